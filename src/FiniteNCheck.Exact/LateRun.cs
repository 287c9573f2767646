using System.Numerics;
using FiniteNCheck.Model;
using FiniteNCheck.Model.StateFunctions;

namespace FiniteNCheck.Exact;

/// <summary>
/// Runs whose last time is infinite, or that ask for the slowest mode: the run to the finite times, the stationary state and the gap, put
/// together as one result.
/// </summary>
internal static class LateRun
{
    /// <summary>Whether a run is one of these.</summary>
    /// <param name="times">The times.</param>
    /// <param name="options">The options.</param>
    public static bool Serves(IReadOnlyList<double> times, ExactOptions options) =>
        (times.Count > 0 && double.IsPositiveInfinity(times[^1])) || ModesOf(options).Length > 0;

    /// <summary>What all parts need: the most memory of any, the time of all.</summary>
    /// <param name="model">The model.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">The times.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellationToken">Cancels trials.</param>
    public static ExactPlan Plan(
        CollectiveModel model, int n, IReadOnlyList<double> times, ExactOptions options, CancellationToken cancellationToken)
    {
        (double[] finite, bool isLate, ExactOptions others) = Split(times, options);
        List<RunEstimate> parts = [];
        ExactPlan? run = finite.Length > 0 ? ExactSolver.Plan(model, n, finite, others, cancellationToken) : null;
        parts.AddRange(run is null ? [] : [run.Taken]);
        parts.AddRange(isLate ? [SteadySolver.Estimate(model, n, others with { ProveStationary = true })] : []);
        parts.AddRange(ModesOf(options).Length > 0 ? [GapSolver.Estimate(model, n, 1, OfModes(others))] : []);
        return ExactPlan.OfParts("stationary state or slowest mode", parts);
    }

    /// <summary>Runs all parts.</summary>
    /// <param name="model">The model.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">The times.</param>
    /// <param name="options">The options.</param>
    /// <param name="progress">Receives the progress, every part as if it took as long as any other.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    public static ExactResult Solve(
        CollectiveModel model,
        int n,
        IReadOnlyList<double> times,
        ExactOptions options,
        IProgress<ExactProgress>? progress,
        CancellationToken cancellationToken)
    {
        (double[] finite, bool isLate, ExactOptions others) = Split(times, options);
        SlowestMode[] modes = ModesOf(options);
        var parts = new PartProgress(progress, (finite.Length > 0 ? 1 : 0) + (isLate ? 1 : 0) + (modes.Length > 0 ? 1 : 0));
        ExactResult? result = null;
        if (finite.Length > 0)
        {
            result = ExactSolver.Solve(model, n, finite, others, parts, cancellationToken);
            parts.Next();
        }

        if (isLate)
        {
            // A state that falls short has a large error, which the reader of a ladder sees.
            ExactResult late = SteadySolver.Solve(
                model,
                n,
                others with { ProveStationary = true, Checkpointing = others.Checkpointing?.OfStationaryState },
                parts,
                cancellationToken).State;
            parts.Next();
            result = result is null ? late : Append(result, late);
        }

        if (modes.Length == 0)
        {
            return result!;
        }

        GapResult gap = GapSolver.Solve(model, n, 1, OfModes(others), parts, cancellationToken);
        return result!.With(options.Functions, function => function is SlowestMode mode ? SeriesOf(mode, gap, times.Count) : null);
    }

    private static SlowestMode[] ModesOf(ExactOptions options) =>
        options.Functions.IsDefaultOrEmpty ? [] : [.. options.Functions.OfType<SlowestMode>()];

    private static (double[] Finite, bool IsLate, ExactOptions Others) Split(IReadOnlyList<double> times, ExactOptions options)
    {
        double[] finite = [.. times.Where(time => !double.IsPositiveInfinity(time))];
        return (finite, finite.Length < times.Count, options with
        {
            Functions = options.Functions.IsDefaultOrEmpty ? [] : [.. options.Functions.Where(function => function is not SlowestMode)],
        });
    }

    // The slowest mode may tell equivalent blocks apart, and must be the same at every size of a ladder. Sectors that the start never
    // reaches have no part in what becomes of it.
    private static ExactOptions OfModes(ExactOptions options) => options with
    {
        MergeBlocks = false,
        OnlyReached = true,
        Checkpointing = options.Checkpointing?.OfSlowestMode,
    };

    private static ExactResult Append(ExactResult run, ExactResult late) => run with
    {
        Moments = new MomentSeries(
            [.. run.Moments.Times, .. late.Moments.Times],
            [.. run.Moments.Mean, .. late.Moments.Mean],
            [.. run.Moments.Covariance, .. late.Moments.Covariance]),
        Functions =
        [
            .. run.Functions.Zip(late.Functions, (series, last) => series with
            {
                Values = [.. series.Values, .. last.Values],
                Errors = [.. series.Errors, .. last.Errors],
            }),
        ],
        Checks = [.. run.Checks, .. late.Checks],
        Method = $"{run.Method}; stationary: {late.Method}",
    };

    private static StateFunctionSeries SeriesOf(SlowestMode mode, GapResult gap, int times)
    {
        bool isFound = gap.Eigenvalues.Length > 0;
        Complex slowest = isFound ? gap.Eigenvalues[0] : new Complex(double.NaN, double.NaN);
        double value = mode.IsFrequency ? Math.Abs(slowest.Imaginary) : -slowest.Real;
        double error = isFound ? gap.Errors[0] : double.PositiveInfinity;
        return new StateFunctionSeries(
            mode, [.. Enumerable.Repeat(value, times)], [.. Enumerable.Repeat(error, times)]);
    }

    /// <summary>The progress of one part after the other, as that of one run.</summary>
    /// <param name="whole">Receives it; may be <see langword="null"/>.</param>
    /// <param name="count">The number of parts.</param>
    private sealed class PartProgress(IProgress<ExactProgress>? whole, int count) : IProgress<ExactProgress>, IProgress<StationaryProgress>
    {
        private int done;

        /// <summary>Goes on to the next part.</summary>
        public void Next() => done++;

        /// <inheritdoc/>
        public void Report(ExactProgress value) => Report(value.Time / value.EndTime, value.Steps);

        /// <inheritdoc/>
        public void Report(StationaryProgress value) => Report(value.Fraction, 0);

        private void Report(double fraction, long steps) => whole?.Report(new ExactProgress(done + fraction, count, steps));
    }
}
