using FiniteNCheck.Claims;
using FiniteNCheck.Papers.Fiorelli2024.NextOrder;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Papers.Fiorelli2024.NextOrder;

/// <summary>The claims on how the expansion in 1/n fails: the right powers are confirmed, any others refuted.</summary>
public class ExpansionFailureTests
{
    [Fact]
    [Trait("Kind", "Analytic")]
    public void The_coefficient_at_rest_grows_like_the_third_power_of_the_distance_from_the_transition() =>
        Assert.Equal(Verdict.Confirmed, ExpansionFailure.AtTransition(beta => -beta / Math.Pow(1 - beta, 3)).Verdict);

    [Theory]
    [InlineData(1, 2)]
    [InlineData(1, 4)]
    [InlineData(1.001, 3)]
    [InlineData(-1, 3)]
    [Trait("Kind", "Mutation")]
    public void Another_coefficient_at_rest_is_refuted(double factor, int power) =>
        Assert.Equal(Verdict.Refuted, ExpansionFailure.AtTransition(beta => -factor * beta / Math.Pow(1 - beta, power)).Verdict);

    [Fact]
    [Trait("Kind", "Analytic")]
    public void The_coefficient_grows_with_four_times_the_rate_of_the_instability() =>
        Assert.Equal(Verdict.Confirmed, ExpansionFailure.AlongInstability(limitPower: 2, coefficientPower: 4).Verdict);

    [Theory]
    [InlineData(2, 3)]
    [InlineData(2, 2)]
    [InlineData(1, 4)]
    [InlineData(2, 4.001)]
    [Trait("Kind", "Mutation")]
    public void Another_growth_is_refuted(double limitPower, double coefficientPower) =>
        Assert.Equal(Verdict.Refuted, ExpansionFailure.AlongInstability(limitPower, coefficientPower).Verdict);

    [Fact]
    [Trait("Kind", "Mutation")]
    public void On_a_limit_cycle_powers_of_time_off_by_one_are_refuted_each() => AssertFailing(1, 9);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 9)]
    [Trait("Kind", "Mutation")]
    [Trait("Speed", "Slow")]
    public void So_are_powers_that_are_one_less_and_those_stated_hold(int off, int failing) => AssertFailing(off, failing);

    private static void AssertFailing(int off, int failing)
    {
        Finding finding = ExpansionFailure.OnLimitCycle(1 + off, 1 + off, 2 + off, CancellationToken.None);
        Assert.Equal(failing == 0 ? Verdict.Confirmed : Verdict.Refuted, finding.Verdict);
        string reason = failing == 0 ? "holds at all 9 points" : $"fails at {failing} of 9 points";
        Assert.Contains(reason, finding.Reason, StringComparison.Ordinal);
    }
}
