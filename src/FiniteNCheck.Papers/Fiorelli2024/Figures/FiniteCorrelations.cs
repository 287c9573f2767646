using System.Collections.Immutable;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Correlations;
using FiniteNCheck.Papers.Fiorelli2024.Models;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Runs;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>
/// Figure 3 at finite N: the exact covariance, read when the Gaussian theory has settled and the stored pattern is
/// still held.
/// </summary>
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

    /// <summary>The cost of planning a point, in seconds of one core.</summary>
    internal const double SecondsPerPlan = 0.01;

    /// <summary>
    /// Says what is to be solved: for each point of each size what is known beforehand, and the exact solution, where
    /// one is needed.
    /// </summary>
    /// <param name="sizes">Numbers of spins, even, each with its grid.</param>
    /// <param name="options">Memory and time that a solution may take.</param>
    /// <param name="work">Threads, cancellation, progress.</param>
    /// <exception cref="InputException">A solution does not fit in memory, or takes longer than is allowed.</exception>
    internal static ImmutableArray<ImmutableArray<Planned>> Plan(
        IEnumerable<(int Spins, PlaneGrid Grid)> sizes,
        StudyOptions options,
        FigureWork work) =>
        [
            .. sizes.Select(size =>
                size.Grid.Map(
                    (temperature, field) => Plan(size.Spins, temperature, field, options),
                    work,
                    $"figure 3, N = {size.Spins}, estimates",
                    SecondsPerPlan)),
        ];

    /// <summary>A size with its exact solutions.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="plan">What was planned for its points.</param>
    /// <param name="run">Has the solutions.</param>
    internal static FiniteCorrelations Read(PlaneGrid grid, ImmutableArray<Planned> plan, PointsRun run) =>
        new(
            plan[0].Known.Spins,
            grid,
            [.. plan.Select(point => point.Solution is { } solution ? Read(point.Known, solution, run) : point.Known)]);

    private static Planned Plan(int spins, double temperature, double field, StudyOptions options)
    {
        var point = PlanePoint.At(temperature, field);
        var known = new FiniteCorrelationPoint { Spins = spins, Temperature = temperature, Field = field, Phase = point.Phase };
        if (point.Averages is not { } m)
        {
            return new Planned(known with { Reason = "the mean field reaches no fixed point" }, null);
        }

        if (point.Phase == Phase.Paramagnetic)
        {
            return new Planned(
                known with
                {
                    Reason =
                        "the averages vanish at every N: fluctuations commute on average and there are no modes (69)-(73)",
                },
                null);
        }

        double slowest = Stability.SpectralAbscissa(point.Coefficients.Drift(m, Drift.Full));
        if (slowest >= 0)
        {
            return new Planned(known with { Reason = "fluctuations at the fixed point do not relax" }, null);
        }

        // The product state at the mean-field fixed point.
        double time = Math.Min(Math.Log(Relaxed) / (2 * slowest), LongestTime);
        var start = new ProductState([.. m.Chunk(3).Select(block => new PauliVector(block[0], block[1], block[2]))]);
        CollectiveModel model = ModelPoints.OnePattern(temperature, field, start);
        return new Planned(
            known with
            {
                Time = time,
                Unrelaxed = Math.Exp(2 * slowest * time),
                Start = TwoModeReduction.Length(m),
            },
            RunPoint.Plan(
                $"figure 3, T = {temperature}, Omega = {field}",
                model,
                spins / 2,
                [time],
                new ExactOptions
                {
                    Tolerance = Tolerance,
                    MemoryLimit = options.MemoryLimit,
                    AllowLong = options.AllowLong,
                }));
    }

    private static FiniteCorrelationPoint Read(FiniteCorrelationPoint known, RunPoint solution, PointsRun run)
    {
        if (run.Find(solution) is not { } exact)
        {
            return known with { Reason = run.FindFailure(solution)?.Error ?? "not computed" };
        }

        var covariance = Matrix<double>.Build.DenseOfArray(exact.Moments.Covariance[0]);
        var mean = Vector<double>.Build.Dense(exact.Moments.Mean[0]);
        return known with
        {
            Length = TwoModeReduction.Length(mean),
            CovarianceError = exact.CovarianceError(0),
            Correlations = GaussianCorrelations.Compute(covariance, mean),
        };
    }

    /// <summary>What is known of a point before anything is solved, and what is to be solved.</summary>
    /// <param name="Known">The point.</param>
    /// <param name="Solution">The exact solution, or <see langword="null"/> where there is nothing to solve.</param>
    internal sealed record Planned(FiniteCorrelationPoint Known, RunPoint? Solution);
}
