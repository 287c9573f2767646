using System.Numerics;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.State;

/// <summary>
/// A fluctuation times the product state of its block, <c>F rho</c> with <c>F = (v.S - N v.m)/sqrt(N)</c> (27) and <c>m</c> the averages
/// of the state. Its trace is 0, and its trace norm at most <c>sqrt(tr(rho F^2)) &lt;= 1</c> by Cauchy-Schwarz.
/// </summary>
internal sealed class FluctuationBlock : IBlockMatrix
{
    private readonly BlockProduct rho;
    private readonly PauliParts parts;
    private readonly int spins;
    private readonly double sum;

    /// <summary>Prepares the matrix.</summary>
    /// <param name="system">The system, in its final frame, one group per block of the model.</param>
    /// <param name="group">The group.</param>
    /// <param name="direction">The unit vector <c>v</c> in the frame of the group.</param>
    public FluctuationBlock(CollectiveSystem system, int group, PauliVector direction)
    {
        spins = system.Spins[group];
        rho = new BlockProduct(spins, system.Bloch[group]);
        parts = PauliParts.Of(direction);
        sum = spins * direction.Dot(system.Bloch[group]);
    }

    /// <summary>
    /// How much larger than the largest of the three elements of the state that it is made of an element can be:
    /// <c>(|v_z| 2J + N |v.m| + |(v_x, v_y)| (2J + 1))/sqrt(N)</c> at most.
    /// </summary>
    /// <param name="spins">The number of spins N.</param>
    public static double Amplification(int spins) => 4 * Math.Sqrt(spins);

    /// <inheritdoc/>
    public Complex Element(int twiceJ, int a, int b)
    {
        Complex element = ((parts.Z * ((2 * a) - twiceJ)) - sum) * rho.Element(twiceJ, a, b);
        if (parts.Raise != 0 && a > 0)
        {
            element += parts.Raise * Math.Sqrt(a * (twiceJ - a + 1.0)) * rho.Element(twiceJ, a - 1, b);
        }

        if (parts.Lower != 0 && a < twiceJ)
        {
            element += parts.Lower * Math.Sqrt((a + 1.0) * (twiceJ - a)) * rho.Element(twiceJ, a + 1, b);
        }

        return element / Math.Sqrt(spins);
    }
}
