using FiniteNCheck.Exact;
using FiniteNCheck.Verification.Runs;
using Xunit;

namespace FiniteNCheck.Tests.Verification.Runs;

[Trait("Kind", "Unit")]
public class PointScheduleTests
{
    [Fact]
    public void The_longest_comes_first()
    {
        PointSchedule schedule = new([Point(1, 3), Point(2, 5), Point(3, 4)], 100);

        Assert.Equal([2, 3, 1], Enumerable.Range(0, 3).Select(_ => schedule.Next(default)!.N));
    }

    [Fact]
    public void Points_that_run_together_fit_in_the_memory()
    {
        PointSchedule schedule = new([Point(1, 9, bytes: 60), Point(2, 8, bytes: 60), Point(3, 7, bytes: 30)], 100);
        RunPoint first = schedule.Next(default)!;
        RunPoint second = schedule.Next(default)!;

        Assert.Equal([1, 3], [first.N, second.N]);
        schedule.Finish(first);
        Assert.Equal(2, schedule.Next(default)!.N);
    }

    [Fact]
    public async Task A_point_larger_than_the_memory_is_tried_alone()
    {
        PointSchedule schedule = new([Point(1, 9, bytes: 1000), Point(2, 1, bytes: 1)], 100);
        RunPoint large = schedule.Next(default)!;
        Task<RunPoint?> waiting = Task.Run(() => schedule.Next(default));

        Assert.Equal(1, large.N);
        Assert.False(waiting.IsCompleted);
        schedule.Finish(large);
        Assert.Equal(2, (await waiting)!.N);
    }

    [Fact]
    public void What_another_process_has_comes_back_until_it_is_finished()
    {
        PointSchedule schedule = new([Point(1, 1)], 100);
        schedule.Defer(schedule.Next(default)!);
        RunPoint again = schedule.Next(default)!;
        schedule.Finish(again);

        Assert.Equal(1, again.N);
        Assert.Null(schedule.Next(default));
    }

    [Fact]
    public void Waiting_can_be_cancelled()
    {
        using CancellationTokenSource stop = new();
        PointSchedule schedule = new([Point(1, 1)], 100);
        schedule.Defer(schedule.Next(default)!);
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => schedule.Next(stop.Token));
    }

    private static RunPoint Point(int n, double seconds, double bytes = 1) =>
        new(
            "study",
            new Fakes().Study.Model,
            n,
            [1],
            new ExactOptions(),
            new PointIdentity($"{n}", $"{n}"),
            model: null,
            new RunEstimate(1, bytes, long.MaxValue, seconds));
}
