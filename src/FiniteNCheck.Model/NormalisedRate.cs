namespace FiniteNCheck.Model;

/// <summary>
/// <c>Gamma(x) = exp(exponent x) / sqrt(2 cosh(2 exponent x))</c>, the rates of refs [47, 70] of the paper with exponent <c>+-beta/2</c>:
/// <c>Gamma_+^2 + Gamma_-^2 = 1</c>. Not entire (poles on the imaginary axis), so Assumption 1 does not hold for it.
/// </summary>
/// <param name="Exponent">The logarithmic derivative at zero, dimensionless.</param>
public sealed record NormalisedRate(double Exponent) : CollectiveRate
{
    /// <inheritdoc/>
    public override bool IsEntire => false;

    /// <inheritdoc/>
    /// <remarks>
    /// Evaluated as <c>1/sqrt(1 + exp(-4 exponent x))</c>, an equivalent form that does not overflow at large <c>|x|</c>.
    /// </remarks>
    public override double Value(double x) => 1 / Math.Sqrt(1 + Math.Exp(-4 * Exponent * x));
}
