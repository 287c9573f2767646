using System.Collections.Concurrent;
using System.Collections.Immutable;
using FiniteNCheck.Exact;

namespace FiniteNCheck.Verification.Runs;

/// <summary>Progress of a run, by estimated cost. Thread-safe.</summary>
/// <param name="points">The points to compute.</param>
/// <param name="progress">Receives the reports; may be <see langword="null"/>.</param>
internal sealed class RunProgress(ImmutableArray<RunPoint> points, IProgress<StudyProgress>? progress)
{
    // Overhead of any point.
    private const double SecondsPerPoint = 0.005;

    private readonly double total = points.Sum(CostOf);
    private readonly ConcurrentDictionary<string, double> running = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private double done;
    private int finished;

    /// <summary>Records that a point has started.</summary>
    /// <param name="point">The point.</param>
    public void Start(RunPoint point) => Report(point, 0);

    /// <summary>Records that a point has finished or failed.</summary>
    /// <param name="point">The point.</param>
    public void Finish(RunPoint point)
    {
        running.TryRemove(point.Id, out _);
        lock (gate)
        {
            done += CostOf(point);
            finished++;
        }
    }

    /// <summary>Creates the receiver of the exact engine's reports.</summary>
    /// <param name="point">The point.</param>
    public IProgress<ExactProgress>? Of(RunPoint point) => progress is null ? null : new PointProgress(this, point);

    private static double CostOf(RunPoint point) => point.Seconds + SecondsPerPoint;

    private void Report(RunPoint point, double part)
    {
        running[point.Id] = part * CostOf(point);
        if (progress is null)
        {
            return;
        }

        double fraction;
        string count;
        lock (gate)
        {
            fraction = Math.Min(1, (done + running.Values.Sum()) / total);
            count = $"{finished} of {points.Length} sizes done";
        }

        progress.Report(new StudyProgress(point.Label, $"exact, n = {point.N} ({point.Spins} spins), {count}", fraction));
    }

    /// <summary>Translates the progress of one point into that of the run.</summary>
    private sealed class PointProgress(RunProgress run, RunPoint point) : IProgress<ExactProgress>
    {
        public void Report(ExactProgress value) => run.Report(point, value.EndTime > 0 ? Math.Clamp(value.Time / value.EndTime, 0, 1) : 0);
    }
}
