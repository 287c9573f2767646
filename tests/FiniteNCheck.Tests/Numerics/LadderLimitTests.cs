using FiniteNCheck.Numerics;
using Xunit;

namespace FiniteNCheck.Tests.Numerics;

[Trait("Kind", "Analytic")]
public class LadderLimitTests
{
    private const double Limit = 0.7;

    public static TheoryData<string, double> WrongOrders => new()
    {
        { "N^-1/2", 1 },
        { "N^-3/2", 1 },
        { "N^-2", 1 },
        { "exp(-N/2)", 1 },
        { "ln N/N", 1 },
        { "N^-1/2", -0.01 },
        { "N^-2", -0.01 },
    };

    [Fact]
    public void A_series_of_low_degree_gives_its_limit_on_sizes_that_are_not_geometric()
    {
        LimitEstimate estimate = LadderLimit.Read(Ladders.Of(Ladders.Sizes, n => Limit + (2 / n) - (5 / n / n)));

        // Rounding errors of values of order one, amplified by weights of order a thousand.
        Assert.InRange(estimate.Value, Limit - 1e-12, Limit + 1e-12);
        Assert.InRange(estimate.Uncertainty, 0, 1e-11);
        Assert.NotEqual(0, estimate.Degree);
    }

    [Fact]
    public void First_and_second_order_are_the_two_and_three_point_eliminations()
    {
        LimitEstimate estimate = LadderLimit.Read(Ladders.Of([5, 10, 20, 40], n => Limit + (3 / n) + (4 / n / n)));

        // By hand: 2 q(40) - q(20) leaves -b/(20 40); eliminating b too leaves rounding.
        Assert.Equal(Limit - (4 / 800.0), estimate.FirstOrder, 12);
        Assert.Equal(Limit, estimate.SecondOrder, 12);
    }

    [Theory]
    [MemberData(nameof(WrongOrders))]
    public void The_uncertainty_covers_the_limit_of_ladders_that_are_no_series_in_inverse_size(string law, double amplitude)
    {
        foreach (double[] sizes in Ladders.AllSizes)
        {
            Ladder ladder = Ladders.Of(sizes, n => Limit + (amplitude * Ladders.Law(law, n)));
            LimitEstimate estimate = LadderLimit.Read(ladder, LadderOrder.Read(ladder));

            Assert.True(
                Math.Abs(estimate.Value - Limit) <= estimate.Uncertainty,
                $"{law} on {string.Join(",", sizes)}: {estimate.Value} +- {estimate.Uncertainty}");
        }
    }

    // Random series with coefficients that grow like 3^k: the smallest size, 6, is twice the radius of convergence.
    [Theory]
    [InlineData(0.0)]
    [InlineData(1e-9)]
    [InlineData(1e-5)]
    public void The_uncertainty_covers_the_limit_of_random_series_with_and_without_noise(double noise)
    {
        (int covered, double medianShare) = Coverage(noise, claimed: noise, shrink: 1);

        // The uncertainty is a bound, not a standard deviation: nearly every ladder must lie within it.
        Assert.InRange(covered, 995, 1000);

        // It must be useful, too: far below the finite-size error at the largest size, unless the noise is not.
        Assert.InRange(medianShare, 0, noise < 1e-6 ? 0.1 : 0.5);
    }

    [Fact]
    public void The_check_of_coverage_fails_where_uncertainties_are_a_hundred_times_too_small_or_noise_is_not_declared()
    {
        Assert.InRange(Coverage(0, claimed: 0, shrink: 0.01).Covered, 0, 900);
        Assert.InRange(Coverage(1e-4, claimed: 1e-4, shrink: 0.01).Covered, 0, 900);
    }

    [Fact]
    public void A_constant_ladder_is_recognised_and_its_limit_is_the_value()
    {
        Ladder ladder = new([6, 8, 12, 16], [1e-13, -2e-13, 0, 1e-13], [2e-13, 2e-13, 2e-13, 2e-13]);

        LimitEstimate estimate = LadderLimit.Read(ladder);

        Assert.True(ladder.IsConstant);
        Assert.Equal(0, estimate.Degree);
        Assert.InRange(Math.Abs(estimate.Value), 0, estimate.Uncertainty);

        // Half the spread and one error: 1.5e-13 + 2e-13.
        Assert.InRange(estimate.Uncertainty, 3.4e-13, 3.6e-13);
    }

    [Fact]
    public void A_ladder_that_moves_by_more_than_its_errors_is_not_constant() =>
        Assert.False(new Ladder([6, 8, 12, 16], [0, 1e-12, 0, 0], [2e-13, 2e-13, 2e-13, 2e-13]).IsConstant);

    [Fact]
    [Trait("Kind", "Unit")]
    public void Invalid_ladders_are_rejected()
    {
        Assert.Throws<ArgumentException>(() => new Ladder([1, 2], [1], [0, 0]));
        Assert.Throws<ArgumentException>(() => new Ladder([2, 2], [1, 1], [0, 0]));
        Assert.Throws<ArgumentException>(() => new Ladder([0, 2], [1, 1], [0, 0]));
        Assert.Throws<ArgumentException>(() => new Ladder([1, 2], [1, double.NaN], [0, 0]));
        Assert.Throws<ArgumentException>(() => new Ladder([1, 2], [1, 1], [0, -1]));
        Assert.Throws<ArgumentException>(() => LadderLimit.Read(Ladders.Of([1, 2, 3], n => 1 / n)));
    }

    private static (int Covered, double MedianShare) Coverage(double noise, double claimed, double shrink)
    {
        Random random = new(20240202);
        int covered = 0;
        List<double> shares = [];
        for (int trial = 0; trial < 1000; trial++)
        {
            Ladder ladder = Ladders.Random(random, Limit, leading: random.NextDouble() - 0.5, noise, claimed);
            LimitEstimate estimate = LadderLimit.Read(ladder);
            covered += Math.Abs(estimate.Value - Limit) <= shrink * estimate.Uncertainty ? 1 : 0;
            shares.Add(estimate.Uncertainty / Math.Abs(ladder.Values[^1] - Limit));
        }

        return (covered, shares.Order().ElementAt(shares.Count / 2));
    }
}
