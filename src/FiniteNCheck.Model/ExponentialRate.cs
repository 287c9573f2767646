namespace FiniteNCheck.Model;

/// <summary>
/// <c>Gamma(x) = amplitude exp(exponent x)</c>. The Hopfield rates (51) have amplitude <c>1/sqrt(2)</c> and exponent <c>+-beta/2</c>.
/// </summary>
/// <param name="Amplitude">The value at zero, the square root of an inverse time.</param>
/// <param name="Exponent">The logarithmic derivative <c>Gamma'/Gamma</c>, dimensionless.</param>
public sealed record ExponentialRate(double Amplitude, double Exponent) : CollectiveRate
{
    /// <inheritdoc/>
    public override bool IsEntire => true;

    /// <inheritdoc/>
    public override double Value(double x) => Amplitude * Math.Exp(Exponent * x);
}
