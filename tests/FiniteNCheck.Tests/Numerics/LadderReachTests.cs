using FiniteNCheck.Numerics;
using Xunit;

namespace FiniteNCheck.Tests.Numerics;

[Trait("Kind", "Analytic")]
public class LadderReachTests
{
    [Theory]
    [InlineData("N^-1")]
    [InlineData("N^-3/2")]
    [InlineData("N^-2")]
    public void Powers_are_in_reach_of_one_another(string law) =>
        Assert.All(
            Ladders.AllSizes,
            sizes => Assert.Equal(0, LadderReach.CountOutOfReach(Ladders.Of(sizes, n => 0.7 + Ladders.Law(law, n)))));

    [Fact]
    public void Small_sizes_that_have_left_a_metastable_state_are_out_of_reach()
    {
        // An order parameter that decays at a rate exp(-0.6 n): completely at n = 6, by 2 per cent at n = 12, negligibly from 16 on.
        Ladder ladder = Ladders.Of([6, 8, 12, 24, 32, 40, 48], n => (0.9 + (0.3 / n)) * Math.Exp(-60 * Math.Exp(-0.6 * n)));

        int count = LadderReach.CountOutOfReach(ladder);

        Assert.InRange(count, 2, 3);
        Assert.Equal(0, LadderReach.CountOutOfReach(ladder.WithoutSmallest(count)));
    }

    [Fact]
    public void Without_the_departure_the_same_sizes_are_in_reach() =>
        Assert.Equal(0, LadderReach.CountOutOfReach(Ladders.Of([6, 8, 12, 24, 32, 40, 48], n => 0.9 + (0.3 / n))));

    [Fact]
    public void The_count_shows_when_too_few_sizes_remain()
    {
        Ladder ladder = Ladders.Of([6, 8, 12, 16, 20], n => 0.9 * Math.Exp(-60 * Math.Exp(-0.3 * n)));

        Assert.True(LadderReach.CountOutOfReach(ladder) > ladder.Count - Ladder.MinPoints);
    }

    [Fact]
    public void Noise_within_the_errors_is_no_departure()
    {
        Random random = new(1);
        double[] sizes = Ladders.Sizes;
        Ladder ladder = new(sizes, sizes.Select(n => 0.7 + (1e-3 / n) + (1e-2 * (random.NextDouble() - 0.5))), sizes.Select(_ => 1e-2));

        Assert.Equal(0, LadderReach.CountOutOfReach(ladder));
    }
}
