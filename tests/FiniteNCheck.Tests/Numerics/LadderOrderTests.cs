using FiniteNCheck.Numerics;
using Xunit;

namespace FiniteNCheck.Tests.Numerics;

[Trait("Kind", "Analytic")]
public class LadderOrderTests
{
    public static TheoryData<string, double> Powers => new()
    {
        { "N^-1/2", 0.5 },
        { "N^-1", 1 },
        { "N^-3/2", 1.5 },
        { "N^-2", 2 },
        { "N^-3", 3 },
    };

    [Theory]
    [MemberData(nameof(Powers))]
    public void The_interval_contains_the_exponent_of_a_power_with_corrections_of_either_sign(string law, double exponent)
    {
        foreach (double[] sizes in Ladders.AllSizes)
        {
            foreach (double correction in new[] { 0, 0.5, -0.5, 1, -1 })
            {
                OrderEstimate? order = LadderOrder.Read(Ladders.Of(sizes, n => 0.7 - (2 * Ladders.Law(law, n) * (1 + (correction / n)))));

                Assert.NotNull(order);
                Assert.True(
                    order.Lower <= exponent && exponent <= order.Upper,
                    $"{law}, correction {correction} on {string.Join(",", sizes)}: {order.Value} +- {order.Uncertainty}");
            }
        }
    }

    [Theory]
    [InlineData("N^-1/2")]
    [InlineData("N^-2")]
    public void The_interval_of_another_order_excludes_one(string law)
    {
        OrderEstimate order = LadderOrder.Read(Ladders.Of(Ladders.Sizes, n => 0.7 + Ladders.Law(law, n)))!;

        Assert.False(order.Lower <= 1 && order.Upper >= 1);
    }

    [Fact]
    public void Random_series_with_a_leading_coefficient_show_order_one()
    {
        Random random = new(20240202);
        int missed = 0;
        for (int trial = 0; trial < 500; trial++)
        {
            double leading = (random.NextDouble() < 0.5 ? -1 : 1) * (1 + random.NextDouble());
            OrderEstimate? order = LadderOrder.Read(Ladders.Random(random, 0.7, leading, noise: 0, claimed: 0));
            missed += order is not null && order.Lower <= 1 && order.Upper >= 1 ? 0 : 1;
        }

        // The interval is a bound made of differences: one in a hundred may fall outside.
        Assert.InRange(missed, 0, 5);
    }

    [Fact]
    public void A_turn_on_the_way_to_the_limit_does_not_hide_order_one()
    {
        // The values turn round at n = 10: ratios of differences at smaller sizes are useless.
        OrderEstimate order = LadderOrder.Read(Ladders.Of(Ladders.Sizes, n => 0.7 + (1 / n) - (5 / n / n) + (3 / n / n / n)))!;

        Assert.InRange(1, order.Lower, order.Upper);
        Assert.InRange(order.Uncertainty, 0, 0.1);
    }

    [Fact]
    public void A_leading_coefficient_that_cancels_shows_order_two()
    {
        OrderEstimate order = LadderOrder.Read(Ladders.Of(Ladders.Sizes, n => 0.7 + (1 / n / n) + (2 / n / n / n)))!;

        Assert.InRange(2, order.Lower, order.Upper);
        Assert.True(order.Lower > 1);
    }

    [Fact]
    public void Corrections_that_vanish_exponentially_are_not_taken_for_a_low_order()
    {
        OrderEstimate order = LadderOrder.Read(Ladders.Of(Ladders.Sizes, n => 0.7 + Ladders.Law("exp(-N/5)", n)))!;

        Assert.True(order.Upper > 3, $"{order.Value} +- {order.Uncertainty}");
    }

    [Fact]
    public void Diverging_values_show_a_negative_order()
    {
        OrderEstimate order = LadderOrder.Read(Ladders.Of(Ladders.Sizes, n => Ladders.Law("N^+1/2", n)))!;

        Assert.InRange(-0.5, order.Lower, order.Upper);
    }

    [Fact]
    public void Errors_of_the_values_widen_the_interval()
    {
        static OrderEstimate At(double error) => LadderOrder.Read(Ladders.Of(Ladders.Sizes, n => 0.7 + (1 / n) + (1 / n / n), error))!;

        // Differences of successive values are 0.01 at the largest sizes: errors of 1e-3 leave a few tenths.
        Assert.InRange(At(0).Uncertainty, 0, 0.03);
        Assert.InRange(At(1e-3).Uncertainty, 0.1, double.PositiveInfinity);
    }

    [Fact]
    public void A_constant_ladder_has_no_order() =>
        Assert.Null(LadderOrder.Read(Ladders.Of(Ladders.Sizes, _ => 0.3, 1e-12)));
}
