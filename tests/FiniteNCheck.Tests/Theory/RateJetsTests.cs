using FiniteNCheck.Files.Formulas;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Formulas;
using FiniteNCheck.Theory;
using Xunit;

namespace FiniteNCheck.Tests.Theory;

/// <summary>Derivatives of rates by formula: against the closed forms of the built-in rates, and against differences.</summary>
[Trait("Kind", "CrossCheck")]
public class RateJetsTests
{
    private static readonly double[] Arguments = [-0.9, -0.3, 0, 0.4, 1];

    public static TheoryData<string> Functions => [.. FormulaFunction.All.Keys];

    // Two ways to write a rate agree to rounding of numbers of order one.
    [Theory]
    [InlineData("0.7*exp(-0.5*x)", 0)]
    [InlineData("0.3 + 0.2*x - 0.1*x^2 + 0.4*x^3", 1)]
    [InlineData("0.3 + x*(0.2 - x*(0.1 - 0.4*x))", 1)]
    [InlineData("exp(0.6*x)/sqrt(2*cosh(1.2*x))", 2)]
    [InlineData("sqrt((1 + tanh(1.2*x))/2)", 2)]
    public void Built_in_rates_as_formulas_have_their_derivatives(string text, int kind)
    {
        CollectiveRate builtIn = kind switch
        {
            0 => new ExponentialRate(0.7, -0.5),
            1 => new PolynomialRate([0.3, 0.2, -0.1, 0.4]),
            _ => new NormalisedRate(0.6),
        };
        ExpressionRate formula = new(Parse(text), IsSquared: false);
        Assert.All(Arguments, x => AssertClose(RateJet.At(builtIn, x), RateJet.At(formula, x)));
    }

    [Fact]
    public void A_squared_rate_is_the_root_of_its_formula()
    {
        ExpressionRate squared = new(Parse("0.49*exp(-x)"), IsSquared: true);

        Assert.All(Arguments, x => AssertClose(RateJet.At(new ExponentialRate(0.7, -0.5), x), RateJet.At(squared, x)));
        Assert.Equal(0, new ExpressionRate(Parse("x"), IsSquared: true).Value(-1e-13));
        Assert.Throws<InputException>(() => RateJet.At(new ExpressionRate(Parse("x"), IsSquared: true), 0));
    }

    /// <summary>Every function, by central differences of its own next lower derivative, to the error of the differences.</summary>
    [Theory]
    [MemberData(nameof(Functions))]
    public void Every_function_has_its_derivatives(string function)
    {
        const double step = 1e-5;
        ExpressionRate rate = new(Parse($"{function}(0.2 + x/3)"), IsSquared: false);
        foreach (double x in new[] { 0.1, 0.7 })
        {
            RateJet at = RateJet.At(rate, x);
            (RateJet after, RateJet before) = (RateJet.At(rate, x + step), RateJet.At(rate, x - step));
            Assert.Equal(rate.Value(x), at.Value, 15);
            AssertNear((after.Value - before.Value) / (2 * step), at.First);
            AssertNear((after.First - before.First) / (2 * step), at.First == 0 ? 0 : at.Second);
            AssertNear((after.Second - before.Second) / (2 * step), at.Third);
        }

        static void AssertNear(double difference, double derivative)
        {
            double tolerance = 1e-8 * Math.Max(1, Math.Abs(derivative));
            Assert.InRange(derivative - difference, -tolerance, tolerance);
        }
    }

    /// <summary>Powers with exponents of both kinds, and quotients.</summary>
    [Theory]
    [InlineData("(1 + x/2)^2.5", "exp(2.5*ln(1 + x/2))")]
    [InlineData("(1 + x/2)^(1 + x)", "exp((1 + x)*ln(1 + x/2))")]
    [InlineData("x^3/(2 + x)", "x*x*x*(2 + x)^-1")]
    [InlineData("2^x", "exp(x*ln(2))")]
    public void Powers_and_quotients_agree_with_what_they_stand_for(string text, string same)
    {
        ExpressionRate rate = new(Parse(text), IsSquared: false);
        ExpressionRate sameRate = new(Parse(same), IsSquared: false);

        Assert.All(Arguments, x => AssertClose(RateJet.At(rate, x), RateJet.At(sameRate, x)));
    }

    /// <summary>The mutation test: a coefficient off by 1e-6 is seen.</summary>
    [Fact]
    public void Another_coefficient_is_seen()
    {
        RateJet changed = RateJet.At(new ExpressionRate(Parse("0.7*exp(-0.500001*x)"), IsSquared: false), 1);
        RateJet exact = RateJet.At(new ExponentialRate(0.7, -0.5), 1);

        Assert.NotInRange(changed.Third - exact.Third, -1e-13, 1e-13);
    }

    private static Formula Parse(string text) => FormulaParser.Parse(text, [ExpressionRate.Argument]);

    private static void AssertClose(RateJet expected, RateJet actual)
    {
        Assert.InRange(actual.Value - expected.Value, -1e-13, 1e-13);
        Assert.InRange(actual.First - expected.First, -1e-13, 1e-13);
        Assert.InRange(actual.Second - expected.Second, -1e-13, 1e-13);
        double thirdTolerance = 1e-13 * Math.Max(1, Math.Abs(expected.Third));
        Assert.InRange(actual.Third - expected.Third, -thirdTolerance, thirdTolerance);
    }
}
