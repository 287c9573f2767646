using System.Collections.Concurrent;
using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Evolution;

namespace FiniteNCheck.Verification.Runs;

/// <summary>Keeps results in memory, as long as the process lives.</summary>
internal sealed class MemoryStore : IPointStore
{
    private readonly ConcurrentDictionary<string, ExactResult> results = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PointFailure> failures = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ExactResult? Find(RunPoint point) => results.GetValueOrDefault(point.Id);

    /// <inheritdoc/>
    public PointFailure? FindFailure(RunPoint point) => failures.GetValueOrDefault(point.Id);

    /// <inheritdoc/>
    public IDisposable? TryTake(RunPoint point) => new Nothing();

    /// <inheritdoc/>
    public Checkpointing? CheckpointingOf(RunPoint point, TimeSpan interval) => null;

    /// <inheritdoc/>
    public void Keep(RunPoint point, ExactResult result) => results[point.Id] = result;

    /// <inheritdoc/>
    public void KeepFailure(RunPoint point, string error) => failures[point.Id] = new PointFailure(point.Id, $"{point}", error);

    private sealed class Nothing : IDisposable
    {
        public void Dispose()
        {
            // Points in memory belong to this process alone: there is nothing to release.
        }
    }
}
