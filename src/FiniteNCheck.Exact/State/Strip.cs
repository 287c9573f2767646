using FiniteNCheck.Exact.Basis;

namespace FiniteNCheck.Exact.State;

/// <summary>
/// A run of matrix elements along a diagonal of one sector that lies together in memory: <c>(Row + i, Column + i)</c> for <c>i</c> below
/// <see cref="Length"/>, with <c>Row >= Column</c>. Of each state only the last block's level changes along it.
/// </summary>
/// <param name="Sector">The sector.</param>
/// <param name="Row">The row of the first element.</param>
/// <param name="Column">The column of the first element.</param>
/// <param name="Length">The number of elements.</param>
/// <param name="Offset">Where the first element lies.</param>
internal readonly record struct Strip(Sector Sector, int Row, int Column, int Length, int Offset = 0)
{
    /// <summary>Whether the elements lie on the main diagonal; the others stand for their mirror images too.</summary>
    public bool IsDiagonal => Row == Column;
}
