namespace FiniteNCheck.Numerics;

/// <summary>An estimate of the exponent <c>p</c> in <c>q(N) - q_inf ~ N^-p</c>.</summary>
/// <param name="Value">The exponent.</param>
/// <param name="Uncertainty">The half width of its interval.</param>
/// <param name="Corrections">The number of correction terms <c>N^-(p+1), N^-(p+2), ...</c> taken into account.</param>
public sealed record OrderEstimate(double Value, double Uncertainty, int Corrections)
{
    /// <summary>The lower edge of the interval.</summary>
    public double Lower => Value - Uncertainty;

    /// <summary>The upper edge of the interval.</summary>
    public double Upper => Value + Uncertainty;
}
