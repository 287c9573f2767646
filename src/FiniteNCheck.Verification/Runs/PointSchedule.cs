namespace FiniteNCheck.Verification.Runs;

/// <summary>
/// Hands points to workers: the one that takes longest first, so that no long one is left for the end, among those that fit in the memory that the
/// running ones leave. Points that another process has come back after a while.
/// </summary>
/// <param name="points">The points.</param>
/// <param name="memory">Bytes for all running points together.</param>
internal sealed class PointSchedule(IEnumerable<RunPoint> points, long memory)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // An object and not a Lock: workers wait on it until a point is given back.
    private readonly object gate = new();
    private readonly List<RunPoint> waiting = [.. points.OrderByDescending(point => point.Seconds).ThenBy(point => point.Id, StringComparer.Ordinal)];
    private readonly List<RunPoint> elsewhere = [];
    private long used;
    private int running;

    /// <summary>The next point, once there is one that fits, or <see langword="null"/> where none is left.</summary>
    /// <param name="cancellationToken">Ends the waiting, within a second.</param>
    public RunPoint? Next(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();

                // A point larger than everything is tried alone: the engine says what is wrong with it.
                int index = running == 0 ? (waiting.Count > 0 ? 0 : -1) : waiting.FindIndex(point => used + point.Bytes <= memory);
                if (index >= 0)
                {
                    RunPoint next = waiting[index];
                    waiting.RemoveAt(index);
                    used += next.Bytes;
                    running++;
                    return next;
                }

                if (waiting.Count == 0 && elsewhere.Count == 0)
                {
                    return null;
                }

                if (!Monitor.Wait(gate, Pause))
                {
                    waiting.AddRange(elsewhere);
                    elsewhere.Clear();
                }
            }
        }
    }

    /// <summary>Takes note that a point is finished or has failed.</summary>
    /// <param name="point">The point.</param>
    public void Finish(RunPoint point) => Leave(point, null);

    /// <summary>Takes note that another process has a point.</summary>
    /// <param name="point">The point.</param>
    public void PutOff(RunPoint point) => Leave(point, elsewhere);

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
