using FiniteNCheck.Model;

namespace FiniteNCheck.Theory;

/// <summary>The derivative <c>Gamma'(x)</c> of a rate function (13), which the fluctuation theory needs and the model does not hold.</summary>
public static class RateDerivative
{
    /// <summary>The value <c>Gamma'(x)</c>.</summary>
    /// <param name="rate">The rate function.</param>
    /// <param name="x">The argument, dimensionless.</param>
    /// <exception cref="NotSupportedException">The kind of rate is unknown here.</exception>
    public static double At(CollectiveRate rate, double x) => rate switch
    {
        ExponentialRate exponential => exponential.Exponent * exponential.Value(x),
        PolynomialRate polynomial => Polynomial(polynomial, x),

        // Gamma = (1 + e^(-4ax))^(-1/2), so Gamma' = 2a e^(-4ax) Gamma^3 = 2a Gamma (1 - Gamma^2).
        NormalisedRate normalised => 2 * normalised.Exponent * normalised.Value(x) * OneMinusSquare(normalised, x),
        _ => throw new NotSupportedException($"The derivative of the rate {rate} is not known."),
    };

    private static double Polynomial(PolynomialRate rate, double x)
    {
        double value = 0;
        for (int k = rate.Coefficients.Length - 1; k >= 1; k--)
        {
            value = (value * x) + (k * rate.Coefficients[k]);
        }

        return value;
    }

    // 1 - Gamma(x)^2 = Gamma(-x)^2, without the cancellation at large x.
    private static double OneMinusSquare(NormalisedRate rate, double x)
    {
        double mirrored = rate.Value(-x);
        return mirrored * mirrored;
    }
}
