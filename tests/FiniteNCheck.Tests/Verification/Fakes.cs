using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using FiniteNCheck.Theory.Corrections;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Tests.Verification;

/// <summary>A study of one block whose exact values and predictions are given functions.</summary>
internal sealed record Fakes
{
    /// <summary>The rate of the model's only jump.</summary>
    internal CollectiveRate Rate { get; init; } = new PolynomialRate([1]);

    /// <summary>The exact average of x, y, z (0, 1, 2) at a size and time.</summary>
    internal Func<double, double, int, double> Mean { get; init; } = (n, t, a) => (0.1 * (a + 1)) + (t / n) + (0.5 / n / n);

    /// <summary>The exact covariance at a size and time.</summary>
    internal Func<double, double, int, int, double> Covariance { get; init; } = (n, t, a, b) => (a == b ? 1 : 0.2) - (t / n);

    /// <summary>An error added to the predicted average.</summary>
    internal double MeanMiss { get; init; }

    /// <summary>An error added to the predicted covariance of x and z under the printed drift.</summary>
    internal double PrintedMiss { get; init; } = 0.05;

    /// <summary>The accumulated error that the exact solver reports.</summary>
    internal double IntegrationError { get; init; } = 1e-13;

    /// <summary>How far from Hermitian the exact state of a size is.</summary>
    internal Func<int, double> Hermiticity { get; init; } = _ => 0;

    /// <summary>Whether theory predicts the coefficients of 1/n.</summary>
    internal bool IsAided { get; init; } = true;

    /// <summary>Called before each exact run with its size.</summary>
    internal Action<int> BeforeExact { get; init; } = _ => { };

    internal Study Study => new()
    {
        Name = "fake",
        Model = new CollectiveModel
        {
            Name = "fake-model",
            Blocks = [new Block("all", 1)],
            Fields = [PauliVector.Zero],
            Jumps = [new JumpChannel(0, SpinOperator.Lower, Rate, [PauliVector.Zero])],
            Initial = new ProductState([PauliVector.Zero]),
        },
        Ladder = [6, 8, 12, 16, 24, 32, 48],
        Times = [0.5, 2],
        Predictions =
        [
            new ExpectedPrediction(Prediction.MeanField, Verdict.Confirmed),
            new ExpectedPrediction(Prediction.CovarianceFull, Verdict.Confirmed),
            new ExpectedPrediction(Prediction.CovarianceFrozen, Verdict.Refuted),
        ],
    };

    internal StudyFinding Run(IProgress<StudyProgress>? progress = null, CancellationToken cancellationToken = default) =>
        StudyRunner.Run(Study, Solvers(), null, progress, cancellationToken);

    internal StudySolvers Solvers() =>
        new()
        {
            ResolveInitialState = (model, _) => model,
            Theory = Theory,
            Corrections = Corrections,
            Exact = Exact,
        };

    private TheoryResult Theory(SymmetricModel model, IReadOnlyList<double> times, Drift drift, CancellationToken cancellationToken) =>
        new()
        {
            // The limits of the exact functions, read off at a size where nothing is left of the corrections.
            Moments = Moments(1e15, times, MeanMiss, drift == Drift.Frozen ? PrintedMiss : 0),
            Drift = drift,
            Symplectic = [],
            Propagator = [],
            Noise = [],
            StationaryCovariance = null,
            Reason = "a fake has none",
            MeanError = 1e-12,
            CovarianceError = 1e-12,
        };

    /// <summary>The coefficients of 1/n of the exact functions, with 1/n^2 eliminated from two large sizes.</summary>
    private CorrectionResult? Corrections(SymmetricModel model, IReadOnlyList<double> times, CancellationToken cancellationToken)
    {
        double Slope(Func<double, double> value)
        {
            double At(double n) => n * (value(n) - value(1e15));
            return (2 * At(2e4)) - At(1e4);
        }

        return IsAided ? new CorrectionResult
        {
            Times = [.. times],
            Mean = Moments(1e15, times, 0, 0).Mean,
            MeanCorrection = [.. times.Select(t => Enumerable.Range(0, 3).Select(a => Slope(n => Mean(n, t, a))).ToArray())],
            Covariance = Moments(1e15, times, 0, 0).Covariance,
            CovarianceCorrection = [.. times.Select(t => Matrix((a, b) => Slope(n => Covariance(n, t, a, b))))],
            MeanCorrectionError = 1e-9,
            CovarianceCorrectionError = 1e-9,
        } : null;
    }

    private ExactResult Exact(
        SymmetricModel model,
        int n,
        IReadOnlyList<double> times,
        ExactOptions options,
        IProgress<ExactProgress>? progress,
        CancellationToken cancellationToken)
    {
        BeforeExact(n);
        cancellationToken.ThrowIfCancellationRequested();
        progress?.Report(new ExactProgress(times[^1] / 2, times[^1], 1));
        return new ExactResult
        {
            N = n,
            Spins = [n],
            Moments = Moments(n, times, 0, 0),
            Checks = [.. times.Select(_ => new ExactChecks(1, Hermiticity(n), [0], IntegrationError))],
            Method = $"fake at n = {n}",
            Steps = 1,
            StateSize = 1,
        };
    }

    private MomentSeries Moments(double n, IReadOnlyList<double> times, double meanMiss, double covarianceMiss) => new(
        [.. times],
        [.. times.Select(t => Enumerable.Range(0, 3).Select(a => Mean(n, t, a) + meanMiss).ToArray())],
        [.. times.Select(t => Matrix(n, t, covarianceMiss))]);

    private double[,] Matrix(double n, double t, double miss) =>
        Matrix((a, b) => Covariance(n, t, a, b) + (a + b == 2 && a != b ? miss : 0));

    private static double[,] Matrix(Func<int, int, double> element)
    {
        double[,] matrix = new double[3, 3];
        for (int a = 0; a < 3; a++)
        {
            for (int b = 0; b < 3; b++)
            {
                matrix[a, b] = element(a, b);
            }
        }

        return matrix;
    }
}
