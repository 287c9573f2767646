using System.Collections.Immutable;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Operators;

/// <summary>The rate <c>Gamma(Delta)</c> inside a sector for arguments along z: a diagonal matrix.</summary>
internal static class DiagonalRate
{
    /// <summary>The diagonal of <c>Gamma(Delta + correction)</c> with <c>Delta = sum_g r_g m_z,g</c> and <c>m_z = 2M/N</c>.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="rate">The function.</param>
    /// <param name="argument">The coefficients, of which the z components count.</param>
    /// <param name="correction">What is added to the argument.</param>
    public static double[] Values(Sector sector, CollectiveRate rate, ImmutableArray<PauliVector> argument, double correction)
    {
        double[] values = new double[sector.Dimension];
        for (int state = 0; state < values.Length; state++)
        {
            double delta = correction;
            for (int g = 0; g < sector.Spins.Length; g++)
            {
                delta += argument[g].Z * sector.TwiceM(state, g) / sector.Spins[g];
            }

            values[state] = rate.Value(delta);
        }

        return values;
    }
}
