using System.Numerics;
using FiniteNCheck.Exact.Basis;

namespace FiniteNCheck.Exact.State;

/// <summary>A matrix that was computed before, element by element.</summary>
/// <param name="matrix">The matrix.</param>
/// <param name="rounding">Bound of the rounding in the elements, in trace norm.</param>
internal sealed class StoredMatrix(DensityMatrix matrix, double rounding) : StartMatrix
{
    /// <summary>Where elements are stored; the others are zero.</summary>
    public StateLayout Layout => matrix.Layout;

    /// <inheritdoc/>
    public override double Rounding => rounding;

    /// <inheritdoc/>
    public override Complex Element(Sector sector, int row, int column) => matrix[sector, row, column];

    /// <inheritdoc/>
    public override DensityMatrix Fill(StateLayout layout, int threads) => matrix.CopyTo(layout);
}
