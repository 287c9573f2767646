using FiniteNCheck.Numerics;
using Xunit;

namespace FiniteNCheck.Tests.Numerics;

[Trait("Kind", "Analytic")]
public class ForeseenCorrectionsTests
{
    private const double Limit = 0.7;

    [Fact]
    public void The_remainder_is_the_error_of_interpolation_at_zero_by_the_next_power()
    {
        // q = 2 (3/N)^2 through two sizes: the line meets 0 at -2 * 9/(N0 N1).
        Ladder ladder = Ladders.Of([5, 10, 20, 40], n => 2 * Math.Pow(3 / n, 2));
        double line = LadderLimit.Read(ladder).FirstOrder;

        Assert.Equal(Math.Abs(line), new ForeseenCorrections(0, 2, 3).Remainder([20, 40]), 14);
    }

    [Fact]
    public void The_second_reading_is_exact_where_its_coefficient_and_powers_are()
    {
        double[] sizes = [8, 12, 20];
        double[] values = [.. sizes.Select(n => Limit + (0.4 / n) + (5 / n / n) - (7 / n / n / n))];

        Assert.Equal(Limit, new ForeseenCorrections(0.4, 1, 1).Limit(sizes, values), 12);
    }

    [Theory]
    [InlineData(0.4)]
    [InlineData(-1.0)]
    public void What_is_foreseen_never_moves_a_limit_and_leaves_twice_its_changes(double coefficient)
    {
        Random random = new(20240202);
        for (int trial = 0; trial < 300; trial++)
        {
            Ladder ladder = Ladders.Random(random, Limit, leading: 0.4, noise: 0, claimed: 0);
            LimitEstimate alone = LadderLimit.Read(ladder);
            LimitEstimate aided = LadderLimit.Read(ladder, foreseen: new ForeseenCorrections(coefficient, 1, 3));

            // Without it changes count four times.
            Assert.True(aided.Uncertainty >= alone.Uncertainty / 2);
            Assert.True(aided.Degree != alone.Degree || aided.Value == alone.Value);
        }
    }

    [Fact]
    public void The_coefficient_reveals_a_plateau()
    {
        // Up to n = 64 the values seem to settle as 0.3 + 1/n; the limit is 0.1.
        static double Plateau(double n) => 0.1 + (1 / n) + (0.2 * 4000 / (n + 4000));
        Ladder ladder = Ladders.Of([8, 12, 16, 24, 32, 48, 64], Plateau);

        // d/d(1/n) at 0: 1 + 0.2 * 4000.
        LimitEstimate aided = LadderLimit.Read(ladder, foreseen: new ForeseenCorrections(801, 1, 801));

        Assert.True(Math.Abs(LadderLimit.Read(ladder).Value - 0.1) > 10 * LadderLimit.Read(ladder).Uncertainty);
        Assert.True(Math.Abs(aided.Value - 0.1) <= aided.Uncertainty);
    }
}
