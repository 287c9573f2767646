using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact;

/// <summary>Estimates hold for the state along the run, not only for the initial one.</summary>
[Trait("Kind", "Regression")]
public sealed class EstimateTests
{
    public static TheoryData<double, double, int, double> Spreading => new()
    {
        // Two of the three initial states are a single element. The window grows from 28,000 numbers to 1,500,000.
        { 0.6, -0.8, 200, 1e-6 },
        { 0, 1, 200, 1e-8 },
        { 0, -1, 400, 1e-8 },
    };

    [Theory]
    [MemberData(nameof(Spreading))]
    public void A_window_holds_what_was_estimated_within_a_factor_of_four(double x, double z, int n, double tolerance)
    {
        var options = new ExactOptions { Method = SolutionMethod.Window, Tolerance = tolerance };
        ExactPlan plan = ExactSolver.Plan(Twisted(x, z), n, [1], options);
        ExactResult result = Verified.Solve(Twisted(x, z), n, [1], options);
        Assert.InRange(result.StateSize / plan.Window!.StateSize, 0.25, 4);

        // The result states the largest window held.
        Assert.StartsWith($"window (up to {Numeral.Of(result.StateSize, 2)} numbers of ", result.Method, StringComparison.Ordinal);
    }

    [Fact]
    public void A_memory_limit_that_the_start_would_fit_and_the_run_does_not_is_refused_before_it_starts()
    {
        ExactOptions options = new() { Method = SolutionMethod.Window, Tolerance = 1e-8, MemoryLimit = 20_000_000 };
        InputException refused = Assert.Throws<InputException>(() => ExactSolver.Solve(Twisted(0, 1), 200, [1], options, new Refusing()));
        Assert.Contains("20 MB", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_of_more_than_a_day_has_to_be_asked_for()
    {
        CollectiveModel cold = (HopfieldModels.Patterns(1) with { Omega = 0.2, Beta = 50 }).Starting(new(0, 0, 0.5), new(0, 0, -0.5));
        InputException refused = Assert.Throws<InputException>(
            () => ExactSolver.Solve(cold, 20, [1e-6, 1e-3], new ExactOptions(), new Refusing()));
        Assert.Contains("--long", refused.Message, StringComparison.Ordinal);
        Assert.Matches("takes (at least|roughly) [0-9]+ (days|years)", refused.Message);

        // Where it is allowed, it starts.
        using var source = new CancellationTokenSource();
        source.Cancel();
        var allowed = new ExactOptions { AllowLong = true };
        Assert.Throws<OperationCanceledException>(() => ExactSolver.Solve(cold, 20, [1e-6, 1e-3], allowed, null, source.Token));
    }

    [Fact]
    public void A_trial_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => ExactSolver.Plan(Twisted(0, 1), 400, [1], new ExactOptions(), source.Token));
    }

    [Fact]
    public void Time_after_a_state_has_come_to_rest_costs_nothing()
    {
        CollectiveModel model = TestModels.OneBlock(
            "relaxing",
            new PauliVector(0.4, 0, 0),
            new PauliVector(0, 0, -1),
            TestModels.Channel(SpinOperator.Lower, TestModels.Constant(1), PauliVector.Zero));
        double early = ExactSolver.Plan(model, 60, [100], new ExactOptions { Threads = 1 }).Taken.Seconds;
        double late = ExactSolver.Plan(model, 60, [1e9], new ExactOptions { Threads = 1 }).Taken.Seconds;
        Assert.InRange(late, 0, 4 * early);
    }

    private static CollectiveModel Twisted(double x, double z) => TestModels.OneBlock(
        "twisted",
        new PauliVector(0.5, 0, 0),
        new PauliVector(x, 0, z),
        TestModels.Channel(SpinOperator.Lower, TestModels.Constant(0.7), PauliVector.Zero)) with
    {
        Couplings = [new PairCoupling(0, PauliAxis.Z, 0, PauliAxis.Z, -1)],
    };

    private sealed class Refusing : IProgress<ExactProgress>
    {
        public void Report(ExactProgress value) => Assert.Fail("A run that is refused takes no step.");
    }
}
