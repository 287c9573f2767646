using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Operators;

/// <summary>The collective spin operators <c>S_a^(g)</c>, sums of Pauli matrices, of every group inside a sector.</summary>
internal static class CollectiveSpin
{
    /// <summary>The operators, index <c>3 g + a</c>.</summary>
    /// <param name="sector">The sector.</param>
    public static BandOperator[] Of(Sector sector)
    {
        var operators = new BandOperator[3 * sector.Spins.Length];
        for (int index = 0; index < operators.Length; index++)
        {
            PauliParts parts = PauliParts.Of(PauliVector.Along((PauliAxis)(index % 3)));
            operators[index] = BandOperator.Collective(sector, index / 3, parts.Raise, parts.Lower, parts.Z);
        }

        return operators;
    }
}
