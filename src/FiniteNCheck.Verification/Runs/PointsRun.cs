using System.Collections.Immutable;
using FiniteNCheck.Exact;

namespace FiniteNCheck.Verification.Runs;

/// <summary>
/// A set of points and their stored results, in a run directory or in memory. Missing points are
/// computed in any order, by any number of jobs and processes.
/// </summary>
public sealed class PointsRun
{
    private readonly RunOptions options;
    private readonly StudySolvers solvers;
    private readonly IPointStore store;
    private readonly Lazy<ImmutableArray<RunPoint>> missing;

    /// <summary>Prepares a run. Nothing is computed or written yet.</summary>
    /// <param name="points">The points, without duplicates.</param>
    /// <param name="options">How to run them.</param>
    /// <param name="solvers">The exact engine; <see langword="null"/> for the real one.</param>
    public PointsRun(ImmutableArray<RunPoint> points, RunOptions options, StudySolvers? solvers = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        this.solvers = solvers ?? StudySolvers.Default;
        Points = options.Only is { } only ? points.RemoveAll(point => !only.Contains(point.Id)) : points;
        store = options.Directory is { } directory ? directory : new MemoryStore();
        missing = new(() =>
            [.. Points.Where(point => (options.RetryFailed || store.FindFailure(point) is null) && store.Find(point) is null)]);
    }

    /// <summary>The points, restricted to <see cref="RunOptions.Only"/> if it is set.</summary>
    public ImmutableArray<RunPoint> Points { get; }

    /// <summary>
    /// The points that had no result when this property was first read. Failed points count only if they are to be retried.
    /// </summary>
    public ImmutableArray<RunPoint> Missing => missing.Value;

    /// <summary>The points that have failed so far.</summary>
    public ImmutableArray<PointFailure> FindFailures() => [.. Points.Select(FindFailure).OfType<PointFailure>()];

    /// <summary>The result of a point, or <see langword="null"/> if there is none.</summary>
    /// <param name="point">The point.</param>
    public ExactResult? Find(RunPoint point) => store.Find(point);

    /// <summary>Why a point failed, or <see langword="null"/> if it has a result or was not tried.</summary>
    /// <param name="point">The point.</param>
    public PointFailure? FindFailure(RunPoint point) =>
        store.FindFailure(point) is { } failure && store.Find(point) is null ? failure : null;

    /// <summary>Computes the missing points.</summary>
    /// <param name="progress">Receives progress reports.</param>
    /// <param name="cancellationToken">
    /// Cancels the run with an <see cref="OperationCanceledException"/>: finished points are kept, long ones leave a checkpoint.
    /// </param>
    /// <exception cref="IOException">A result could not be written: finished points are kept.</exception>
    public void Compute(IProgress<StudyProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if ((options.Jobs ?? options.Study.ThreadCount) is > 0 and int jobs)
        {
            new PointRunner(Missing, store, options, jobs, solvers, progress).Run(cancellationToken);
        }
    }
}
