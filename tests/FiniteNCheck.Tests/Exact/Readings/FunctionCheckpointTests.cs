using FiniteNCheck.Exact;
using FiniteNCheck.Model.StateFunctions;
using FiniteNCheck.Tests.Exact.Evolution.Checkpoints;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact.Readings;

/// <summary>Functions of the state are kept in checkpoints, and a checkpoint with other functions is not used.</summary>
[Trait("Kind", "Determinism")]
public sealed class FunctionCheckpointTests : IDisposable
{
    private static readonly StateFunction[] Some =
        [new Purity(), new Entropy(), new Cumulant(["z.all", "z.all", "y.all"]), new Probability("x.all", 0.5)];

    private static readonly double[] Times = [0, 0.4, 3, 8];

    private readonly CheckpointFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_run_that_was_stopped_gives_the_same_bits()
    {
        ExactResult whole = Solve(Some, null);
        for (int steps = 1; steps < whole.Steps; steps++)
        {
            Stop(steps, Some);
            ExactResult resumed = Solve(Some, folder);
            Assert.Equal(CheckpointCase.Bits(whole), CheckpointCase.Bits(resumed));
            Assert.Equal(whole.Steps, resumed.Steps);
            folder.Settings.Delete();
        }

        Assert.Empty(folder.Warnings);
    }

    [Fact]
    public void A_checkpoint_with_other_functions_is_not_used()
    {
        foreach (StateFunction[] other in new StateFunction[][] { [], Some[..^1], [.. Some.Reverse()] })
        {
            folder.Warnings.Clear();
            Stop(2, other);
            Assert.Equal(CheckpointCase.Bits(Solve(Some, null)), CheckpointCase.Bits(Solve(Some, folder)));
            Assert.Contains("is not one of this run", Assert.Single(folder.Warnings), StringComparison.Ordinal);
            folder.Settings.Delete();
        }
    }

    private static ExactResult Solve(StateFunction[] functions, CheckpointFolder? folder) => Verified.Solve(
        TestModels.TiltedAxis(), 4, Times, new ExactOptions { Functions = [.. functions], Checkpointing = folder?.Settings });

    private void Stop(int steps, StateFunction[] functions) =>
        new CheckpointCase(TestModels.TiltedAxis(), 4, Times, new ExactOptions { Functions = [.. functions] })
            .StopAfter(steps, folder.Settings);
}
