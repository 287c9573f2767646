using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using Xunit;

namespace FiniteNCheck.Tests.Theory;

public sealed class RateDerivativeTests
{
    public static TheoryData<CollectiveRate> Rates => new()
    {
        new ExponentialRate(0.7, -1.3),
        new PolynomialRate([0.8, 0.5, -0.3, 0.2]),
        new PolynomialRate([0.4]),
        new NormalisedRate(0.9),
        new NormalisedRate(-0.4),
    };

    [Theory]
    [Trait("Kind", "CrossCheck")]
    [MemberData(nameof(Rates))]
    public void Agrees_with_finite_differences(CollectiveRate rate)
    {
        const double Step = 1e-3;
        foreach (double x in new[] { -2.0, -0.4, 0, 0.3, 1.7 })
        {
            double difference = ((8 * (rate.Value(x + Step) - rate.Value(x - Step))) - (rate.Value(x + (2 * Step)) - rate.Value(x - (2 * Step)))) / (12 * Step);

            // Fourth-order differences: truncation Step^4 times a fifth derivative of up to 30, rounding 1e-13.
            Assert.InRange(RateDerivative.At(rate, x) - difference, -1e-10, 1e-10);

            // Mutation: the derivative at a point 1e-4 away differs, unless the rate is constant.
            bool constant = rate is PolynomialRate { Coefficients.Length: 1 };
            Assert.True(constant || Math.Abs(RateDerivative.At(rate, x + 1e-4) - difference) > 1e-9);
        }
    }

    [Fact]
    [Trait("Kind", "Analytic")]
    public void The_normalised_rate_stays_finite_where_it_saturates()
    {
        // Gamma -> 1 and Gamma' -> 2a e^(-4ax): 2 e^-40, relative error of a few roundings.
        Assert.Equal(2 * Math.Exp(-40), RateDerivative.At(new NormalisedRate(1), 10), 1e-12 * Math.Exp(-40));
        Assert.Equal(0, RateDerivative.At(new NormalisedRate(1), -1000));
    }
}
