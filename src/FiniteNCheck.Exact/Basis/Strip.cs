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

    /// <summary>A part of the strip, with the offset of the whole.</summary>
    /// <param name="from">The first element of the part.</param>
    /// <param name="length">The number of its elements.</param>
    public Strip Part(int from, int length) => this with { Row = Row + from, Column = Column + from, Length = length };
}
