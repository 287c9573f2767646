using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Claims;
using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024;
using FiniteNCheck.Theory;
using FiniteNCheck.Theory.Corrections;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Tests.Cli;

/// <summary>Synthetic results for tests of formats, without physics.</summary>
internal static class Samples
{
    public static CollectiveModel Model { get; } = new()
    {
        Name = "two, \"large\" spins",
        Blocks = [new("plus", 1), new("minus", 1)],
        Fields = [new(0.2, 0, 0), new(0.2, 0, 0)],
        Jumps = [new(0, SpinOperator.Raise, new ExponentialRate(0.7, 1), [new(0, 0, 0.5), new(0, 0, -0.5)])],
        Initial = new ProductState([new(0, -0.1, 0.9), new(0, 0.1, -0.9)]),
    };

    public static CollectiveModel NotEntire { get; } =
        Model with { Jumps = [new(0, SpinOperator.Raise, new NormalisedRate(1), [PauliVector.Zero, PauliVector.Zero])] };

    /// <summary>A number that needs 17 digits, different for every index.</summary>
    public static double Awkward(int index) => Math.Sin(index + 1) / 3;

    public static MomentSeries Moments(IReadOnlyList<double> times) => new(
        [.. times],
        [.. times.Select((_, t) => Enumerable.Range(0, 6).Select(a => Awkward((10 * t) + a)).ToArray())],
        [.. times.Select((_, t) => Matrix((a, b) => Awkward((100 * t) + (a * b))))]);

    public static ExactResult Exact(int n, IReadOnlyList<double> times) => new()
    {
        N = n,
        Spins = [n, n],
        Moments = Moments(times),
        Checks = [.. times.Select(_ => new ExactChecks(1 - 1e-16, 1e-17, [0.25, -1e-18], 3e-13))],
        Method = "made up",
        Steps = 12,
        StateSize = 345,
    };

    public static SteadyResult Steady(int n) => new()
    {
        N = n,
        Spins = [n, n],
        Mean = Moments([0]).Mean[0],
        Covariance = Moments([0]).Covariance[0],
        Residual = Awkward(n) * 1e-12,
        Error = 2e-12,
        Target = 1e-12,
        StationaryStates = 3,
        IsCountExact = true,
        IsReachedFromStart = true,
        Classes = [new("J.plus = 1", 0.25), new("J.plus = 0", 0.75)],
        Trace = 1 - 1e-16,
        SmallestEigenvalue = -1e-18,
        Method = "made up",
        Applications = 42,
        StateSize = 345,
        FactorNumbers = 6789,
    };

    public static GapResult Gap(int n, int modes) => new()
    {
        N = n,
        Spins = [n, n],
        Eigenvalues = [.. Enumerable.Range(1, modes).Select(k => new Complex(-Math.Abs(Awkward(k)), Awkward(k + n)))],
        Residuals = [.. Enumerable.Range(1, modes).Select(k => 1e-13 * k)],
        Conditions = [.. Enumerable.Range(1, modes).Select(k => 3.0 * k)],
        Errors = [.. Enumerable.Range(1, modes).Select(k => 6e-13 * k * k)],
        HasConverged = true,
        Zeros = 2,
        Method = "made up",
        Applications = 4321,
        StateSize = 345,
    };

    public static TheoryResult Theory(IReadOnlyList<double> times, Drift drift) => new()
    {
        Moments = Moments(times),
        Drift = drift,
        Symplectic = [.. times.Select(_ => Matrix((a, b) => Awkward(a) - Awkward(b)))],
        Propagator = [.. times.Select(_ => Matrix((a, b) => a == b ? 1 : 0))],
        Noise = [.. times.Select(_ => Matrix((a, b) => Awkward(a + b)))],
        StationaryCovariance = drift == Drift.Full ? Matrix((a, b) => Awkward(a + b)) : null,
        Reason = drift == Drift.Full ? null : "the drift has an eigenvalue with real part 0.1",
        MeanError = 1e-12,
        CovarianceError = 1e-11,
    };

    public static TwoTimeSeries TwoTime(IReadOnlyList<double> times) => new(
        [.. times],
        [
            .. times.Select((_, t) =>
            {
                var matrix = new Complex[6, 6];
                for (int k = 0; k < 36; k++)
                {
                    matrix[k / 6, k % 6] = new Complex(Awkward((50 * t) + k), -Awkward((70 * t) + k));
                }

                return matrix;
            }),
        ],
        [.. times.Select(_ => 2e-12)]);

    public static WeylSeries Weyl(IReadOnlyList<double> times, WeylTriple triple) => new(
        triple,
        [.. times],
        [.. times.Select((_, t) => new Complex(Awkward(t), Awkward(t + 20)))],
        [.. times.Select((_, t) => new Complex(Awkward(t + 40), Awkward(t + 60)))],
        [.. times.Select(_ => 3e-12)]);

    public static CorrectionResult Corrections(IReadOnlyList<double> times) => new()
    {
        Times = [.. times],
        Mean = Moments(times).Mean,
        MeanCorrection = [.. times.Select((_, time) => Enumerable.Range(0, 6).Select(a => Awkward(7 * (a + time))).ToArray())],
        Covariance = Moments(times).Covariance,
        CovarianceCorrection = [.. times.Select((_, time) => Matrix((a, b) => 10 * Awkward(a + b + time)))],
        MeanCorrectionError = 1e-12,
        CovarianceCorrectionError = 1e-11,
        Stationary = new StationaryCorrection(Mean: null, Covariance: null, "the samples have none"),
    };

    public static StudyFinding Study(string name) => new()
    {
        Study = name,
        Model = "made-up",
        Ladder = [10, 20, 40],
        Spins = [20, 40, 80],
        Method = "made up",
        Notes = [],
        Predictions =
        [
            Prediction("mean-field", Verdict.Confirmed, Verdict.Confirmed, Element("z.plus", Verdict.Confirmed, 0.5)),
            Prediction(
                "covariance-printed",
                Verdict.Refuted,
                Verdict.Refuted,
                Element("z.plus,z.plus", Verdict.Refuted, 1234.5),
                Element("x.plus,z.minus", Verdict.Confirmed, 0.1),
                Element("y.plus,z.minus", Verdict.Inconclusive, double.NaN)),
        ],
    };

    public static StudyFinding Single(Verdict expected, Verdict found) =>
        Study("single") with { Predictions = [Prediction("mean-field", expected, found, Element("z.plus", found, 1))] };

    /// <summary>A ledger of three claims, named like some of the real one.</summary>
    public static ImmutableArray<Claim> Claims { get; } =
    [
        Claim("T1", Verdict.Confirmed, Verdict.Confirmed),
        Claim("T2", Verdict.Refuted, Verdict.Refuted, Verdict.Confirmed),
        Claim("T2-commutators", Verdict.Inconclusive, Verdict.Inconclusive),
    ];

    /// <summary>The real paper with the ledger above.</summary>
    public static Paper Paper { get; } = Ledger.Paper with { Claims = Claims };

    public static Claim Claim(string id, Verdict expected, Verdict found, Verdict? correction = null) => new()
    {
        Id = id,
        Place = $"Theorem of {id}, (1), (2)",
        Statement = $"What \"{id}\" says: <1> | [2], of a_b * c.",
        Expected = expected,
        Check = run => Finding(run, found, $"{id} was made up."),
        Correction = correction is { } verdict
            ? new Correction($"The form of {id} that holds.", run => Finding(run, verdict, $"The correction of {id} was made up."))
            : null,
    };

    private static Finding Finding(ClaimRun run, Verdict verdict, string reason)
    {
        run.Progress?.Report("some model, n = 20");
        ImmutableArray<ImmutableArray<Cell>> rows = [["here", 20, Awkward(1), 2e-16], ["there", 40, double.NaN, 1.5e7]];
        return new Finding(verdict, reason, [new Evidence("Numbers of no meaning", ["point", "N", "value", "size of a remainder"], rows)]);
    }

    private static PredictionFinding Prediction(string name, Verdict expected, Verdict found, params ElementFinding[] elements) =>
        new()
        {
            Prediction = name,
            Expected = expected,
            Verdict = found,
            Reason = $"{name} was made up.",
            Elements = [.. elements],
            Curve = new PredictedCurve(
                [0, 0.15, 0.3],
                [.. Enumerable.Range(0, 3).Select(time => elements.Select((_, i) => Awkward(i + time)).ToImmutableArray())]),
        };

    private static ElementFinding Element(string observable, Verdict verdict, double distance) =>
        new()
        {
            Observable = observable,
            Time = 0.1 + 0.2,
            Ladder =
            [
                new(10, 20, Awkward(1), 1e-12, "it was dropped, on purpose"),
                new(20, 40, Awkward(2), 1e-12, null),
                new(40, 80, Awkward(3), 1e-12, null),
            ],
            Limit = verdict == Verdict.Inconclusive ? double.NaN : Awkward(4),
            LimitUncertainty = 1e-5,
            Order = verdict == Verdict.Inconclusive ? null : 1.02,
            OrderUncertainty = verdict == Verdict.Inconclusive ? null : 0.03,
            Prediction = Awkward(5),
            PredictionError = 1e-11,
            Distance = distance,
            Verdict = verdict,
            Reason = "Made up, of course.",
        };

    private static double[,] Matrix(Func<int, int, double> element)
    {
        double[,] matrix = new double[6, 6];
        for (int a = 0; a < 6; a++)
        {
            for (int b = 0; b < 6; b++)
            {
                matrix[a, b] = element(a, b);
            }
        }

        return matrix;
    }
}
