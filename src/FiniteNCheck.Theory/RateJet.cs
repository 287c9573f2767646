using FiniteNCheck.Model;
using FiniteNCheck.Model.Formulas;

namespace FiniteNCheck.Theory;

/// <summary>
/// A rate function (13) and its first three derivatives at one argument, in closed form. The limit needs <c>Gamma'</c>; the 1/n
/// corrections need all three.
/// </summary>
/// <param name="Value">The value <c>Gamma(x)</c>.</param>
/// <param name="First">The derivative <c>Gamma'(x)</c>.</param>
/// <param name="Second">The derivative <c>Gamma''(x)</c>.</param>
/// <param name="Third">The derivative <c>Gamma'''(x)</c>.</param>
public readonly record struct RateJet(double Value, double First, double Second, double Third)
{
    /// <summary>The classical rate <c>Gamma^2</c>.</summary>
    public double Square => Value * Value;

    /// <summary>The first derivative of <c>Gamma^2</c>.</summary>
    public double SquareFirst => 2 * Value * First;

    /// <summary>The second derivative of <c>Gamma^2</c>.</summary>
    public double SquareSecond => 2 * ((First * First) + (Value * Second));

    /// <summary>The third derivative of <c>Gamma^2</c>.</summary>
    public double SquareThird => 2 * ((3 * First * Second) + (Value * Third));

    /// <summary>Evaluates a rate function and its derivatives.</summary>
    /// <param name="rate">The rate function.</param>
    /// <param name="x">The argument, dimensionless.</param>
    /// <exception cref="InputException">The rate has no derivatives there.</exception>
    /// <exception cref="NotSupportedException">The kind of rate is unknown here.</exception>
    public static RateJet At(CollectiveRate rate, double x) => rate switch
    {
        ExponentialRate exponential => Exponential(exponential, x),
        PolynomialRate polynomial => Polynomial(polynomial, x),
        NormalisedRate normalised => Normalised(normalised, x),
        ExpressionRate expression => Expression(expression, x),
        _ => throw new NotSupportedException($"The derivatives of the rate {rate} are not known."),
    };

    // A root has no slope where the classical rate vanishes, and other formulas have kinks.
    private static RateJet Expression(ExpressionRate rate, double x)
    {
        RateJet jet = rate.Formula.Evaluate(RateJets.Instance, _ => new RateJet(x, 1, 0, 0));
        jet = rate.IsSquared ? RateJets.Instance.Apply(FormulaFunction.All["sqrt"], jet) : jet;
        return double.IsFinite(jet.Value) && double.IsFinite(jet.First) && double.IsFinite(jet.Second) && double.IsFinite(jet.Third)
            ? jet
            : throw new InputException(
                $"The {(rate.IsSquared ? "root of the rate" : "rate")} {rate.Formula} has no derivatives at x = {Numeral.Exact(x)}, "
                + "which the mean field reaches: the limit needs them. Start from another state, or write a rate that is smooth there.");
    }

    private static RateJet Exponential(ExponentialRate rate, double x)
    {
        double value = rate.Value(x);
        double k = rate.Exponent;
        return new RateJet(value, k * value, k * k * value, k * k * k * value);
    }

    // Horner's scheme for the polynomial and its derivatives at once.
    private static RateJet Polynomial(PolynomialRate rate, double x)
    {
        double value = 0;
        double first = 0;
        double second = 0;
        double third = 0;
        for (int k = rate.Coefficients.Length - 1; k >= 0; k--)
        {
            third = (third * x) + (3 * second);
            second = (second * x) + (2 * first);
            first = (first * x) + value;
            value = (value * x) + rate.Coefficients[k];
        }

        return new RateJet(value, first, second, third);
    }

    // With u = 1 - Gamma^2 = Gamma(-x)^2, free of cancellation at large x: Gamma' = 2a Gamma u and u' = -4a Gamma^2 u.
    private static RateJet Normalised(NormalisedRate rate, double x)
    {
        double value = rate.Value(x);
        double mirrored = rate.Value(-x);
        double u = mirrored * mirrored;
        double square = value * value;
        double k = 2 * rate.Exponent;
        return new RateJet(
            value,
            k * value * u,
            k * k * value * u * (u - (2 * square)),
            k * k * k * value * u * ((u * u) - (10 * u * square) + (4 * square * square)));
    }
}
