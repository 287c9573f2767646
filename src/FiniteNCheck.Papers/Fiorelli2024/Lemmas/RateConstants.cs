using FiniteNCheck.Model;

namespace FiniteNCheck.Papers.Fiorelli2024.Lemmas;

/// <summary>
/// The constants of Assumption 1: <c>delta = sum_a |r_a|</c> (15) and the series of absolute coefficients
/// <c>gamma(z) = sum_n |c_n| z^n</c> (16) with its derivatives, at <c>z = delta</c>.
/// </summary>
/// <param name="Delta"><c>delta</c>.</param>
/// <param name="Gamma"><c>gamma(delta)</c>.</param>
/// <param name="Prime"><c>gamma'(delta)</c>.</param>
/// <param name="Second"><c>gamma''(delta)</c>.</param>
internal sealed record RateConstants(double Delta, double Gamma, double Prime, double Second)
{
    /// <summary>The constants of one rate.</summary>
    /// <param name="rate">The function <c>Gamma</c>, entire.</param>
    /// <param name="delta"><c>delta</c>, not negative.</param>
    public static RateConstants Compute(CollectiveRate rate, double delta)
    {
        CollectiveRate gamma = Absolute(rate);
        CollectiveRate prime = Derivative(gamma);
        return new RateConstants(delta, gamma.Value(delta), prime.Value(delta), Derivative(prime).Value(delta));
    }

    private static CollectiveRate Absolute(CollectiveRate rate) => rate switch
    {
        ExponentialRate exponential => new ExponentialRate(Math.Abs(exponential.Amplitude), Math.Abs(exponential.Exponent)),
        PolynomialRate polynomial => new PolynomialRate([.. polynomial.Coefficients.Select(Math.Abs)]),
        _ => throw new NotSupportedException($"The rate {rate} is not entire: Assumption 1 does not hold."),
    };

    /// <summary>The derivative of an entire rate.</summary>
    /// <param name="rate">The function <c>Gamma</c>.</param>
    public static CollectiveRate Derivative(CollectiveRate rate) => rate switch
    {
        ExponentialRate exponential => exponential with { Amplitude = exponential.Amplitude * exponential.Exponent },
        PolynomialRate { Coefficients.Length: 1 } => new PolynomialRate([0]),
        PolynomialRate polynomial => new PolynomialRate([.. polynomial.Coefficients.Skip(1).Select((c, k) => (k + 1) * c)]),
        _ => throw new NotSupportedException($"The derivative of the rate {rate} is not known."),
    };
}
