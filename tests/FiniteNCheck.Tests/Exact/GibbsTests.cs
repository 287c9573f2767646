using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Exact;

/// <summary>
/// At Omega = 0 the network with rates (51) obeys detailed balance at every N: from any initial state it relaxes to moments known in closed
/// form (theory.md, section 7).
/// </summary>
[Trait("Kind", "Analytic")]
public class GibbsTests(ITestOutputHelper output)
{
    /// <summary>Distance allowed at a late time; the integration error of 1e-12 in trace norm times 3 N = 600 stays below 1e-9.</summary>
    private const double Tolerance = 1e-8;

    /// <summary>
    /// Initial states, block by block. The first three are invariant under the gauge, so that 200 spins form a single block.
    /// </summary>
    private static readonly Dictionary<string, (PauliVector Plus, PauliVector Minus)> Starts = new(StringComparer.Ordinal)
    {
        ["retrieved"] = (new(0, 0, 1), new(0, 0, -1)),
        ["mixed"] = (new(0, 0, 0), new(0, 0, 0)),
        ["partly anti-retrieved"] = (new(0, 0, -0.4), new(0, 0, 0.4)),
        ["against the pattern"] = (new(0, 0, 1), new(0, 0, 1)),
        ["transverse"] = (new(0.6, 0.3, 0.5), new(0.2, -0.8, 0.3)),
    };

    [Theory]
    [InlineData(5, "retrieved", 2)]
    [InlineData(5, "against the pattern", 2)]
    [InlineData(5, "transverse", 2)]
    [InlineData(5, "retrieved", 1.3)]
    [InlineData(5, "against the pattern", 1.3)]
    [InlineData(5, "transverse", 1.3)]
    [InlineData(25, "retrieved", 2)]
    [InlineData(25, "mixed", 2)]
    [InlineData(25, "partly anti-retrieved", 2)]
    [InlineData(25, "retrieved", 1.3)]
    [InlineData(25, "mixed", 1.3)]
    [InlineData(25, "partly anti-retrieved", 1.3)]
    [InlineData(100, "retrieved", 2)]
    [InlineData(100, "mixed", 2)]
    [InlineData(100, "partly anti-retrieved", 2)]
    [InlineData(100, "retrieved", 1.3)]
    [InlineData(100, "mixed", 1.3)]
    [InlineData(100, "partly anti-retrieved", 1.3)]
    public void Late_runs_end_on_the_Gibbs_moments(int n, string start, double temperature) => AssertEndsOnGibbs(n, start, temperature);

    [Fact]
    public void A_Gibbs_exponent_off_by_a_millionth_is_noticed()
    {
        const double Beta = 0.5;
        HopfieldModels network = HopfieldModels.Patterns(1) with { Beta = Beta, Omega = 0 };
        MomentSeries found = Verified.Moments(network.Starting(new(0, 0, 1), new(0, 0, -1)), 5, [LateTime(2)]);
        var right = GibbsMoments.Of(2, 5, Beta, network.Weight);
        var wrong = GibbsMoments.Of(2, 5, Beta + 1e-6, network.Weight);
        Assert.InRange(MomentComparison.Distance(right.Mean, right.Covariance, found.Mean[0], found.Covariance[0]), 0, Tolerance);
        Assert.True(MomentComparison.Distance(wrong.Mean, wrong.Covariance, found.Mean[0], found.Covariance[0]) > Tolerance);
    }

    /// <summary>Conversely, a run whose rates are off by a millionth does not end there.</summary>
    [Fact]
    public void A_rate_exponent_off_by_a_millionth_is_noticed()
    {
        HopfieldModels network = HopfieldModels.Patterns(1) with { Beta = 0.5, Omega = 0 };
        CollectiveModel changed = TestModels.WithJump(
            network.Starting(new(0, 0, 1), new(0, 0, -1)),
            0,
            jump => jump with { Rate = new ExponentialRate(1 / Math.Sqrt(2), 0.25 + 1e-6) });
        MomentSeries found = Verified.Moments(changed, 5, [LateTime(2)]);
        var gibbs = GibbsMoments.Of(2, 5, 0.5, network.Weight);
        Assert.True(MomentComparison.Distance(gibbs.Mean, gibbs.Covariance, found.Mean[0], found.Covariance[0]) > Tolerance);
    }

    /// <summary>The slowest rate is <c>1 - beta</c> in the limit and larger at finite N: the rest is below exp(-24) = 4e-11.</summary>
    private static double LateTime(double temperature) => 24 / (1 - (1 / temperature));

    private void AssertEndsOnGibbs(int n, string start, double temperature)
    {
        HopfieldModels network = HopfieldModels.Patterns(1) with { Beta = 1 / temperature, Omega = 0 };
        (PauliVector plus, PauliVector minus) = Starts[start];
        ExactResult result = Verified.Solve(network.Starting(plus, minus), n, [LateTime(temperature)]);
        var gibbs = GibbsMoments.Of(2, n, 1 / temperature, network.Weight);
        double distance = MomentComparison.Distance(gibbs.Mean, gibbs.Covariance, result.Moments.Mean[0], result.Moments.Covariance[0]);
        output.WriteLine($"off by {distance:E2}, allowed integration error {result.CovarianceError(0):E1}; {result.Method}");
        Assert.InRange(distance, 0, Tolerance);
    }
}
