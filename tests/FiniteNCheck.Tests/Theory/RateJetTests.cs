using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using Xunit;

namespace FiniteNCheck.Tests.Theory;

public sealed class RateJetTests
{
    public static TheoryData<CollectiveRate> Rates => new()
    {
        new ExponentialRate(0.7, -1.3),
        new PolynomialRate([0.8, 0.5, -0.3, 0.2, -0.1]),
        new PolynomialRate([0.4]),
        new NormalisedRate(0.9),
        new NormalisedRate(-0.4),
    };

    [Theory]
    [Trait("Kind", "CrossCheck")]
    [MemberData(nameof(Rates))]
    public void Every_derivative_agrees_with_finite_differences_of_the_one_before(CollectiveRate rate)
    {
        foreach (double x in new[] { -2.0, -0.4, 0, 0.3, 1.7 })
        {
            RateJet jet = RateJet.At(rate, x);
            Assert.Equal(rate.Value(x), jet.Value, 1e-15);

            // Fourth-order differences: truncation Step^4 times a fifth derivative of up to 30, rounding 1e-13; higher
            // derivatives are larger.
            Assert.InRange(jet.First - Slope(rate, x, each => each.Value), -1e-10, 1e-10);
            Assert.InRange(jet.Second - Slope(rate, x, each => each.First), -1e-9, 1e-9);
            Assert.InRange(jet.Third - Slope(rate, x, each => each.Second), -1e-8, 1e-8);
            Assert.InRange(jet.SquareFirst - Slope(rate, x, each => each.Square), -1e-9, 1e-9);
            Assert.InRange(jet.SquareSecond - Slope(rate, x, each => each.SquareFirst), -1e-8, 1e-8);
            Assert.InRange(jet.SquareThird - Slope(rate, x, each => each.SquareSecond), -1e-7, 1e-7);

            // Mutation: derivatives at a point 1e-4 away differ, unless the rate is constant.
            bool constant = rate is PolynomialRate { Coefficients.Length: 1 };
            Assert.True(constant || Math.Abs(RateJet.At(rate, x + 1e-4).First - jet.First) > 1e-9);
            Assert.True(constant || Math.Abs(RateJet.At(rate, x + 1e-4).Third - jet.Third) > 1e-8);
        }
    }

    [Fact]
    [Trait("Kind", "Analytic")]
    public void The_normalised_rate_stays_finite_where_it_saturates()
    {
        // Gamma -> 1 and Gamma' -> 2a e^(-4ax): 2 e^-40, relative error of a few roundings; every further derivative brings a factor -4a.
        RateJet high = RateJet.At(new NormalisedRate(1), 10);
        Assert.Equal(2 * Math.Exp(-40), high.First, 1e-12 * Math.Exp(-40));
        Assert.Equal(-8 * Math.Exp(-40), high.Second, 1e-11 * Math.Exp(-40));
        Assert.Equal(32 * Math.Exp(-40), high.Third, 1e-11 * Math.Exp(-40));
        Assert.Equal(default, RateJet.At(new NormalisedRate(1), -1000));
    }

    private static double Slope(CollectiveRate rate, double x, Func<RateJet, double> part)
    {
        const double Step = 1e-3;
        double At(double shift) => part(RateJet.At(rate, x + shift));
        return ((8 * (At(Step) - At(-Step))) - (At(2 * Step) - At(-2 * Step))) / (12 * Step);
    }
}
