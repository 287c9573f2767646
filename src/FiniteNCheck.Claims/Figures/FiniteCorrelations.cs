using System.Collections.Immutable;
using FiniteNCheck.Claims.Correlations;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Claims.Figures;

/// <summary>A point of figure 3 at finite N, from the exact covariance.</summary>
public sealed record FiniteCorrelationPoint
{
    /// <summary>The number of spins <c>N</c> of both blocks together.</summary>
    public required int Spins { get; init; }

    /// <summary>The temperature.</summary>
    public required double Temperature { get; init; }

    /// <summary>The transverse field.</summary>
    public required double Field { get; init; }

    /// <summary>Where the mean field goes from the stored pattern: the phase in the limit.</summary>
    public required Phase Phase { get; init; }

    /// <summary>The time at which the exact covariance is read; NaN where nothing is solved.</summary>
    public double Time { get; init; } = double.NaN;

    /// <summary>What is then left of the slowest deviation of the limit's covariance from its stationary value, <c>exp(2 lambda t)</c>.</summary>
    public double Unrelaxed { get; init; } = double.NaN;

    /// <summary>The length <c>|m|</c> of the averages of a block at the mean-field fixed point, the start.</summary>
    public double Start { get; init; } = double.NaN;

    /// <summary>The exact length <c>|m|</c> at that time; far below <see cref="Start"/> where finite N has left the stored pattern.</summary>
    public double Length { get; init; } = double.NaN;

    /// <summary>The correlations of the two modes; <see langword="null"/> where they are not defined.</summary>
    public GaussianCorrelations? Correlations { get; init; }

    /// <summary>A bound of the error of any element of the covariance.</summary>
    public double CovarianceError { get; init; } = double.NaN;

    /// <summary>Why there are no correlations, or <see langword="null"/>.</summary>
    public string? Why { get; init; }
}

/// <summary>Figure 3 at finite N: the exact covariance, read when the Gaussian theory has settled and the stored pattern is still held.</summary>
/// <param name="Spins">The number of spins of both blocks together.</param>
/// <param name="Grid">The grid.</param>
/// <param name="Points">Its points, in the order of the grid.</param>
public sealed record FiniteCorrelations(int Spins, PlaneGrid Grid, ImmutableArray<FiniteCorrelationPoint> Points)
{
    // exp(2 lambda t) at the time of reading.
    private const double Relaxed = 1e-3;

    // Near a boundary the relaxation slows down without limit; what is left of it is in the data.
    private const double LongestTime = 16;

    private const double Tolerance = 1e-6;

    /// <summary>
    /// What a point takes, in seconds of one core, those of other phases at no cost included: measured 0.3 s, 1 to 8 s and 4 to 50 s at 100, 400 and 1600
    /// spins, the longer the nearer to the boundary.
    /// </summary>
    /// <param name="spins">The number of spins.</param>
    internal static double SecondsPerPoint(int spins) => 0.25 * Math.Pow(spins / 100.0, 1.66);

    /// <summary>Computes one size.</summary>
    /// <param name="spins">The number of spins, even.</param>
    /// <param name="grid">The grid.</param>
    /// <param name="work">Threads, cancellation, progress.</param>
    internal static FiniteCorrelations Of(int spins, PlaneGrid grid, FigureWork work) => new(
        spins,
        grid,
        grid.Map((temperature, field) => At(spins, temperature, field, work.Cancellation), work, $"figure 3, N = {spins}", SecondsPerPoint(spins)));

    /// <summary>One point.</summary>
    /// <param name="spins">The number of spins, even.</param>
    /// <param name="temperature">The temperature.</param>
    /// <param name="field">The transverse field.</param>
    /// <param name="cancellation">Ends the run.</param>
    internal static FiniteCorrelationPoint At(int spins, double temperature, double field, CancellationToken cancellation)
    {
        var point = PlanePoint.At(temperature, field);
        var result = new FiniteCorrelationPoint { Spins = spins, Temperature = temperature, Field = field, Phase = point.Phase };
        if (point.Averages is not { } m)
        {
            return result with { Why = "the mean field reaches no fixed point" };
        }

        if (point.Phase == Phase.Paramagnetic)
        {
            return result with { Why = "the averages vanish at every N: fluctuations commute on average and there are no modes (69)-(73)" };
        }

        double slowest = Stability.SpectralAbscissa(point.Coefficients.Drift(m, Drift.Full));
        if (slowest >= 0)
        {
            return result with { Why = "fluctuations at the fixed point do not relax" };
        }

        double time = Math.Min(Math.Log(Relaxed) / (2 * slowest), LongestTime);
        ExactResult exact = Solve(point, spins / 2, time, cancellation);
        var covariance = Matrix<double>.Build.DenseOfArray(exact.Moments.Covariance[0]);
        var mean = Vector<double>.Build.Dense(exact.Moments.Mean[0]);
        return result with
        {
            Time = time,
            Unrelaxed = Math.Exp(2 * slowest * time),
            Start = TwoModeReduction.Length(m),
            Length = TwoModeReduction.Length(mean),
            CovarianceError = exact.CovarianceError(0),
            Correlations = GaussianCorrelations.Of(covariance, mean),
        };
    }

    // The product state at the mean-field fixed point; one thread, since points run side by side.
    private static ExactResult Solve(PlanePoint point, int n, double time, CancellationToken cancellation)
    {
        var start = new ProductState([.. point.Averages!.Chunk(3).Select(m => new PauliVector(m[0], m[1], m[2]))]);
        CollectiveModel model = Claims.Points.OnePattern(point.Temperature, point.Field, start);
        return ExactSolver.Solve(model, n, [time], new ExactOptions { Tolerance = Tolerance, Threads = 1 }, cancellationToken: cancellation);
    }
}
