using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Exact.Evolution.Checkpoints;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Exact.Evolution;

/// <summary>A state at rest is not evolved any further, and the error that this may cause is part of the bound.</summary>
[Trait("Kind", "Analytic")]
public sealed class StationaryTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(SolutionMethod.Full, 1e-12, 1e3)]
    [InlineData(SolutionMethod.Full, 1e-12, 1e9)]
    [InlineData(SolutionMethod.Full, 1e-6, 1e9)]
    [InlineData(SolutionMethod.Window, 1e-12, 1e3)]
    [InlineData(SolutionMethod.Window, 1e-6, 1e9)]
    public void A_late_time_costs_what_it_takes_to_get_there(SolutionMethod method, double tolerance, double end)
    {
        CollectiveModel model = Relaxing();
        var options = new ExactOptions { Method = method, Tolerance = tolerance, Threads = 1 };
        ExactResult result = Verified.Solve(model, 20, [end / 2, end], options);
        double[] mean = IndependentSpins.Mean(model, 200);
        double error = Enumerable.Range(0, 3).Max(a => Math.Abs(mean[a] - result.Moments.Mean[1][a]));
        output.WriteLine($"{result.Steps} steps, true error {error:E1}, stated {result.MeanError(1):E1}");
        Assert.InRange(error, 0, result.MeanError(1));
        Assert.InRange(result.Steps, 1, 1500);
        Assert.Equal(result.Moments.Mean[0], result.Moments.Mean[1]);

        // Rounding moves the state by N times a few epsilon per unit of time; otherwise the tolerance applies.
        Assert.InRange(result.MeanError(1), 0, (2 * tolerance) + (1e-13 * end));
    }

    [Fact]
    public void A_state_that_moves_slowly_is_followed()
    {
        // The slow decay at rate 1e-6 goes on after the fast one has died away: at t = 1e4 it has gone a hundredth of the way.
        CollectiveModel model = TestModels.OneBlock(
            "slow",
            PauliVector.Zero,
            new PauliVector(0.6, 0, 0.8),
            TestModels.Channel(SpinOperator.Pauli(PauliAxis.Z), TestModels.Constant(1), PauliVector.Zero),
            TestModels.Channel(SpinOperator.Lower, TestModels.Constant(1e-3), PauliVector.Zero));
        ExactResult result = Verified.Solve(model, 4, [1e4], new ExactOptions { Tolerance = 1e-9, Threads = 1 });
        double[] mean = IndependentSpins.Mean(model, 1e4);
        Assert.Equal(mean[2], result.Moments.Mean[0][2], result.MeanError(0));
        Assert.InRange(result.MeanError(0), 0, 1e-8);
    }

    [Fact]
    public void Threads_do_not_matter()
    {
        ExactResult[] results =
        [
            .. new[] { 1, 2 }.Select(threads => Verified.Solve(Relaxing(), 30, [40, 1e4], new ExactOptions { Threads = threads })),
        ];
        Assert.Equal(CheckpointCase.Bits(results[0]), CheckpointCase.Bits(results[1]));
    }

    [Theory]
    [InlineData(SolutionMethod.Full)]
    [InlineData(SolutionMethod.Window)]
    public void A_run_that_was_stopped_goes_on_to_the_same_bits(SolutionMethod method)
    {
        using var folder = new CheckpointFolder();
        var item = new CheckpointCase(Relaxing(), 20, [1, 1e4, 1e6], new ExactOptions { Method = method, Tolerance = 1e-9 });
        ExactResult alone = Verified.Solve(item.Model, item.N, item.Times, item.Options with { Threads = 1 });
        Checkpointing settings = folder.Settings with { Every = TimeSpan.Zero };
        for (int stop = 1; stop <= 4; stop++)
        {
            item.StopAfter(1, settings);
        }

        Assert.Equal(CheckpointCase.Bits(alone), CheckpointCase.Bits(item.Solve(settings)));
    }

    private static CollectiveModel Relaxing() => TestModels.OneBlock(
        "relaxing",
        new PauliVector(0.4, 0, 0.2),
        new PauliVector(0, 0, -1),
        TestModels.Channel(SpinOperator.Lower, TestModels.Constant(1), PauliVector.Zero),
        TestModels.Channel(SpinOperator.Raise, TestModels.Constant(0.5), PauliVector.Zero));
}
