using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact;

/// <summary>A plan runs what was planned.</summary>
[Trait("Kind", "Unit")]
public sealed class PlanTests
{
    private static readonly double[] Times = [0.5, 1];

    [Theory]
    [InlineData(SolutionMethod.Full)]
    [InlineData(SolutionMethod.Window)]
    public void A_plan_gives_the_result_of_the_solver(SolutionMethod method)
    {
        var options = new ExactOptions { Method = method, Tolerance = 1e-10, Threads = 1 };
        ExactPlan plan = ExactSolver.Plan(TestModels.TwoLargeSpins(), 6, Times, options);
        Assert.Equal(method, plan.Method);
        ExactResult planned = plan.Solve();
        Verified.AssertPhysical(planned, Times);
        ExactResult solved = Verified.Solve(TestModels.TwoLargeSpins(), 6, Times, options);
        Assert.Equal(solved.Method, planned.Method);
        Assert.Equal(solved.Steps, planned.Steps);
        for (int t = 0; t < Times.Length; t++)
        {
            Assert.Equal(solved.Moments.Mean[t], planned.Moments.Mean[t]);
            Assert.Equal(solved.Moments.Covariance[t].Cast<double>(), planned.Moments.Covariance[t].Cast<double>());
        }
    }

    [Fact]
    public void A_plan_refuses_a_run_that_does_not_fit()
    {
        var options = new ExactOptions { Method = SolutionMethod.Full, MemoryLimit = 1000 };
        ExactPlan plan = ExactSolver.Plan(TestModels.TwoLargeSpins(), 6, Times, options);
        Assert.False(plan.Taken.Fits);
        Assert.Throws<InputException>(() => plan.Solve());
    }

    [Fact]
    public void Estimates_without_a_problem_cannot_be_run()
    {
        var plan = new ExactPlan(SolutionMethod.Full, "by hand", new RunEstimate(10, 1000, 1_000_000, 1), null);
        Assert.Throws<InvalidOperationException>(() => plan.Solve());
    }
}
