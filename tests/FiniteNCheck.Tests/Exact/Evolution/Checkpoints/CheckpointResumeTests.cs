using FiniteNCheck.Exact;
using Xunit;

namespace FiniteNCheck.Tests.Exact.Evolution.Checkpoints;

/// <summary>
/// A run that was stopped and resumed gives the same bits as one that was not, and leaves the same checkpoint: every number in it agrees.
/// </summary>
[Trait("Kind", "Determinism")]
public sealed class CheckpointResumeTests : IDisposable
{
    private readonly CheckpointFolder folder = new();

    public static TheoryData<string> Names => CheckpointCase.Names;

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Stopped_once_after_one_of_several_steps(string name)
    {
        var item = CheckpointCase.Of(name);
        CheckpointCase.Undisturbed whole = CheckpointCase.UndisturbedOf(name);
        Assert.InRange(whole.Steps, 6, 1000);
        foreach (int steps in new[] { 1, 2, (int)whole.Steps / 2, (int)whole.Steps - 1 })
        {
            folder.Settings.Delete();
            item.StopAfter(steps, folder.Settings);
            AssertSame(whole, item, whole.Steps - steps, threads: 2);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Stopped_again_and_again(string name)
    {
        var item = CheckpointCase.Of(name);
        CheckpointCase.Undisturbed whole = CheckpointCase.UndisturbedOf(name);
        int stride = (int)whole.Steps / 6;
        for (int stop = 0; stop < 5; stop++)
        {
            item.StopAfter(stride, folder.Settings, threads: 1 + (stop % 2));
        }

        AssertSame(whole, item, whole.Steps - (5 * stride));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Stopped_by_another_thread_in_the_middle_of_a_step(string name)
    {
        var item = CheckpointCase.Of(name);
        ExactResult? result = null;
        for (int milliseconds = 1; result is null; milliseconds += 1 + (milliseconds / 4))
        {
            using var source = new CancellationTokenSource(milliseconds);
            try
            {
                result = item.Solve(folder.Settings, threads: 2, cancellationToken: source.Token);
            }
            catch (OperationCanceledException)
            {
                // The next attempt resumes, and gets more time.
            }
        }

        Assert.Equal(CheckpointCase.UndisturbedOf(name).Bits, CheckpointCase.Bits(result));
        Assert.Empty(folder.Warnings);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_run_that_had_ended_ends_at_once(string name)
    {
        var item = CheckpointCase.Of(name);
        CheckpointCase.Undisturbed whole = CheckpointCase.UndisturbedOf(name);
        folder.Bytes = whole.Checkpoint;
        AssertSame(whole, item, 0);
    }

    [Fact]
    public void What_a_killed_run_was_writing_is_written_over()
    {
        var item = CheckpointCase.Of("small");
        item.StopAfter(2, folder.Settings);
        File.WriteAllText($"{folder.Path}.tmp", "half a checkpoint");
        CheckpointCase.Undisturbed whole = CheckpointCase.UndisturbedOf("small");
        AssertSame(whole, item, whole.Steps - 2);
    }

    [Fact]
    public void A_short_run_leaves_nothing_and_a_saved_one_its_last_checkpoint_until_it_is_deleted()
    {
        var item = CheckpointCase.Of("small");
        item.Solve(folder.Settings);
        Assert.Empty(folder.Files);
        item.Solve(folder.Settings with { Every = TimeSpan.Zero });
        Assert.Equal(["run.checkpoint"], folder.Files);
        folder.Settings.Delete();
        folder.Settings.Delete();
        Assert.Empty(folder.Files);
        Assert.Empty(folder.Warnings);
    }

    private void AssertSame(CheckpointCase.Undisturbed whole, CheckpointCase item, long steps, int threads = 1)
    {
        using var seen = new StepCounter();
        Assert.Equal(whole.Bits, CheckpointCase.Bits(item.Solve(folder.Settings, threads, seen)));
        Assert.Equal(steps, seen.Taken);
        Assert.Equal(whole.Checkpoint, folder.Bytes);
        Assert.Equal(["run.checkpoint"], folder.Files);
        Assert.Empty(folder.Warnings);
    }
}
