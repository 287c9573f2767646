namespace FiniteNCheck.Verification.Runs;

/// <summary>
/// Hands points to workers: the longest first, so that no long one is left for the end, among those that fit in the memory not used by
/// running points. Points held by another process are offered again after a while.
/// </summary>
/// <param name="points">The points.</param>
/// <param name="memory">Memory for all running points together, in bytes.</param>
internal sealed class PointSchedule(IEnumerable<RunPoint> points, long memory)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // An object and not a Lock: workers wait on it until a point is released.
    private readonly object gate = new();
    private readonly List<RunPoint> waiting =
    [
        .. points.OrderByDescending(point => point.Seconds).ThenBy(point => point.Id, StringComparer.Ordinal),
    ];
    private readonly List<RunPoint> deferred = [];
    private long used;
    private int running;

    /// <summary>Waits for the next point that fits; <see langword="null"/> if none is left.</summary>
    /// <param name="cancellationToken">Ends the wait, within a second.</param>
    public RunPoint? Next(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();

                // A point that fits nowhere is tried alone: the engine then reports what is wrong.
                int index = running == 0 ? (waiting.Count > 0 ? 0 : -1) : waiting.FindIndex(point => used + point.Bytes <= memory);
                if (index >= 0)
                {
                    RunPoint next = waiting[index];
                    waiting.RemoveAt(index);
                    used += next.Bytes;
                    running++;
                    return next;
                }

                if (waiting.Count == 0 && deferred.Count == 0)
                {
                    return null;
                }

                if (!Monitor.Wait(gate, Pause))
                {
                    waiting.AddRange(deferred);
                    deferred.Clear();
                }
            }
        }
    }

    /// <summary>Records that a point has finished or failed.</summary>
    /// <param name="point">The point.</param>
    public void Finish(RunPoint point) => Leave(point, null);

    /// <summary>Records that another process holds a point.</summary>
    /// <param name="point">The point.</param>
    public void Defer(RunPoint point) => Leave(point, deferred);

    private void Leave(RunPoint point, List<RunPoint>? list)
    {
        lock (gate)
        {
            used -= point.Bytes;
            running--;
            list?.Add(point);
            Monitor.PulseAll(gate);
        }
    }
}
