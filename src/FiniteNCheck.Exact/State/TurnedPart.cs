using System.Numerics;
using FiniteNCheck.Exact.Basis;

namespace FiniteNCheck.Exact.State;

/// <summary>A Hermitian part of a matrix between two rotations.</summary>
/// <param name="turned">The matrix.</param>
/// <param name="isImaginary">Whether the part is <c>(X - X+)/(2i)</c>.</param>
/// <param name="rounding">Bound of the rounding in the matrix, in trace norm.</param>
internal sealed class TurnedPart(TurnedMatrix turned, bool isImaginary, double rounding) : HermitianPart(isImaginary, rounding)
{
    /// <inheritdoc/>
    private protected override Complex Whole(Sector sector, int row, int column) => turned.Element(sector, row, column);
}
