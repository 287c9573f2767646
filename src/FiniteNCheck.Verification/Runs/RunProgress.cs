using System.Collections.Concurrent;
using System.Collections.Immutable;
using FiniteNCheck.Exact;

namespace FiniteNCheck.Verification.Runs;

/// <summary>How far a run has come, by estimated cost. May be told by several threads at once.</summary>
/// <param name="points">The points to be computed.</param>
/// <param name="progress">Who is told; <see langword="null"/> for nobody.</param>
internal sealed class RunProgress(ImmutableArray<RunPoint> points, IProgress<StudyProgress>? progress)
{
    // What any point takes beside its computation.
    private const double SecondsPerPoint = 0.005;

    private readonly double total = points.Sum(CostOf);
    private readonly ConcurrentDictionary<string, double> running = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private double done;
    private int finished;

    /// <summary>A point begins.</summary>
    /// <param name="point">The point.</param>
    public void Start(RunPoint point) => Report(point, 0);

    /// <summary>A point is finished, or has failed.</summary>
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

    /// <summary>What the exact engine reports to.</summary>
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

    /// <summary>Turns the progress of one point into that of the run.</summary>
    private sealed class PointProgress(RunProgress run, RunPoint point) : IProgress<ExactProgress>
    {
        public void Report(ExactProgress value) => run.Report(point, value.EndTime > 0 ? Math.Clamp(value.Time / value.EndTime, 0, 1) : 0);
    }
}
