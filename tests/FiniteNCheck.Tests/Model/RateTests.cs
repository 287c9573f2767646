using FiniteNCheck.Model;
using Xunit;

namespace FiniteNCheck.Tests.Model;

/// <summary>Checks the rate functions against their formulas.</summary>
[Trait("Kind", "Analytic")]
public sealed class RateTests
{
    // Values of order one after a few roundings.
    private const double Rounding = 1e-14;

    [Theory]
    [InlineData(-1.0)]
    [InlineData(-0.35)]
    [InlineData(0.0)]
    [InlineData(0.2)]
    [InlineData(1.0)]
    public void Values_are_those_of_the_formulas(double x)
    {
        Assert.Equal(0.7 * Math.Exp(-1.3 * x), new ExponentialRate(0.7, -1.3).Value(x), Rounding);
        Assert.Equal(0.8 + (0.5 * x) - (0.3 * x * x), new PolynomialRate([0.8, 0.5, -0.3]).Value(x), Rounding);
        Assert.Equal(Math.Exp(1.3 * x) / Math.Sqrt(2 * Math.Cosh(2.6 * x)), new NormalisedRate(1.3).Value(x), Rounding);
    }

    [Fact]
    public void One_coefficient_is_a_constant() =>
        Assert.All(new[] { -1e300, 0, 1e300 }, x => Assert.Equal(0.5, new PolynomialRate([0.5]).Value(x)));

    [Theory]
    [InlineData(1e4, 1)]
    [InlineData(1e308, 1)]
    [InlineData(-1e4, 0)]
    [InlineData(-1e308, 0)]
    public void The_normalised_rate_saturates_where_its_formula_overflows(double x, double value)
    {
        Assert.False(double.IsFinite(Math.Exp(Math.Abs(x)) / Math.Sqrt(2 * Math.Cosh(2 * x))));
        Assert.Equal(value, new NormalisedRate(1).Value(x));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(400.0)]
    public void Normalised_rates_of_opposite_sign_have_squares_that_add_up_to_one(double x) =>
        Assert.Equal(1, Math.Pow(new NormalisedRate(0.9).Value(x), 2) + Math.Pow(new NormalisedRate(-0.9).Value(x), 2), Rounding);

    [Fact]
    public void Polynomials_are_equal_by_their_coefficients()
    {
        Assert.Equal(new PolynomialRate([1, 2]), new PolynomialRate([1, 2]));
        Assert.Equal(new PolynomialRate([1, 2]).GetHashCode(), new PolynomialRate([1, 2]).GetHashCode());
        Assert.NotEqual(new PolynomialRate([1, 2]), new PolynomialRate([2, 1]));
    }
}
