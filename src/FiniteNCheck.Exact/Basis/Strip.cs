namespace FiniteNCheck.Exact.Basis;

/// <summary>
/// Consecutive matrix elements along a diagonal of one sector, adjacent in memory: <c>(Row + i, Column + i)</c> for <c>i</c> below
/// <see cref="Length"/>, with <c>Row >= Column</c>. Only the level of the last block changes along it.
/// </summary>
/// <param name="Sector">The sector.</param>
/// <param name="Row">The row of the first element.</param>
/// <param name="Column">The column of the first element.</param>
/// <param name="Length">The number of elements.</param>
/// <param name="Offset">The index of the first element's first number in the array of the state.</param>
internal readonly record struct Strip(Sector Sector, int Row, int Column, int Length, int Offset = 0)
{
    /// <summary>Whether the elements lie on the main diagonal; the others stand for their mirror images too.</summary>
    public bool IsDiagonal => Row == Column;

    /// <summary>Whether row and column agree in the levels of all blocks but two, or but one where both are the same.</summary>
    /// <param name="first">One of the two blocks.</param>
    /// <param name="second">The other.</param>
    public bool IsDiagonalBut(int first, int second)
    {
        for (int h = 0; h < Sector.Spins.Length; h++)
        {
            if (h != first && h != second && Sector.Level(Row, h) != Sector.Level(Column, h))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A part of the strip, with the offset of the whole.</summary>
    /// <param name="from">The first element of the part.</param>
    /// <param name="length">The number of its elements.</param>
    public Strip Part(int from, int length) => this with { Row = Row + from, Column = Column + from, Length = length };
}
