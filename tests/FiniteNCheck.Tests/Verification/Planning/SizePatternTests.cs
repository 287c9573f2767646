using FiniteNCheck.Model;
using FiniteNCheck.Verification.Planning;
using Xunit;

namespace FiniteNCheck.Tests.Verification.Planning;

[Trait("Kind", "Unit")]
public class SizePatternTests
{
    [Fact]
    public void A_ladder_spans_a_factor_of_eight()
    {
        Assert.Equal([8, 12, 16, 24, 32, 48, 64], SizePattern.UpTo(64, step: 1).ToArray());
        Assert.Equal([16, 24, 32, 48, 64, 96, 128], SizePattern.UpTo(64, step: 2).ToArray());
    }

    [Fact]
    public void Small_ladders_have_all_sizes_there_are()
    {
        Assert.Equal([1, 2, 3, 4], SizePattern.UpTo(4, step: 1).ToArray());
        Assert.Equal([4, 6, 8, 10, 12, 14, 16], SizePattern.UpTo(8, step: 2).ToArray());
    }

    [Fact]
    public void Every_ladder_is_strictly_increasing_with_at_least_four_sizes()
    {
        for (int largest = 4; largest < 200; largest++)
        {
            var ladder = SizePattern.UpTo(largest, step: 3);
            Assert.Equal(3 * largest, ladder[^1]);
            Assert.True(ladder.Length >= 4);
            Assert.Equal(ladder.Order().Distinct(), ladder);
        }
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(0.5, 0.5, 2)]
    [InlineData(0.25, 0.75, 4)]
    [InlineData(1.0 / 3, 2.0 / 3, 3)]
    [InlineData(2, 3, 1)]
    public void The_step_is_the_smallest_size_at_which_blocks_are_whole(double first, double second, int step)
    {
        SymmetricModel model = new Fakes().Study.Model with { Blocks = [new Block("a", first), new Block("b", second)] };

        Assert.Equal(step, SizePattern.StepOf(model));
        model.SpinsAt(7 * step);
    }

    [Fact]
    public void Shares_that_are_never_whole_are_refused()
    {
        SymmetricModel model = new Fakes().Study.Model with { Blocks = [new Block("a", Math.Sqrt(2))] };

        InputException exception = Assert.Throws<InputException>(() => SizePattern.StepOf(model));
        Assert.Contains("Give the sizes", exception.Message, StringComparison.Ordinal);
    }
}
