using MathNet.Numerics;

namespace FiniteNCheck.Numerics;

/// <summary>
/// The Chebyshev series of an oscillation, <c>exp(i z x) = J_0(z) + 2 sum_k i^k J_k(z) T_k(x)</c> for <c>|x| &lt;= 1</c>, with the Bessel
/// functions <c>J_k</c> (Jacobi and Anger).
/// </summary>
public static class OscillationSeries
{
    // What is left out adds up to less than rounding.
    private const double Negligible = 1e-18;

    /// <summary>The factors of <c>i^k T_k(x)</c>: <c>J_0(z)</c>, then <c>2 J_k(z)</c>.</summary>
    /// <param name="z">The frequency z; finite, not negative.</param>
    /// <returns>Some <c>z + 12 z^(1/3) + 20</c> factors, beyond which none exceeds 1e-18.</returns>
    public static double[] Coefficients(double z)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(z);
        List<double> coefficients = [SpecialFunctions.BesselJ(0, z)];
        for (int k = 1; k <= z || Math.Abs(coefficients[^1]) > Negligible; k++)
        {
            coefficients.Add(2 * SpecialFunctions.BesselJ(k, z));
        }

        return [.. coefficients];
    }
}
