namespace FiniteNCheck.Numerics;

/// <summary>The exponent <c>p</c> of <c>q(N) - q_inf ~ N^-p</c> as a ladder shows it.</summary>
/// <param name="Value">The exponent.</param>
/// <param name="Uncertainty">The half width of its interval.</param>
/// <param name="Corrections">How many correction terms <c>N^-(p+1), N^-(p+2), ...</c> the estimate took into account.</param>
public sealed record OrderEstimate(double Value, double Uncertainty, int Corrections)
{
    /// <summary>The lower edge of the interval.</summary>
    public double Least => Value - Uncertainty;

    /// <summary>The upper edge of the interval.</summary>
    public double Most => Value + Uncertainty;
}
