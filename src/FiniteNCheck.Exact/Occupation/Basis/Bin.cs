namespace FiniteNCheck.Exact.Occupation.Basis;

/// <summary>One bin of <see cref="OccupationBins"/>.</summary>
/// <param name="Block">The block.</param>
/// <param name="Row">The level of the row, within the block.</param>
/// <param name="Column">The level of the column, within the block.</param>
/// <param name="RowLevel">The level of the row, numbered through.</param>
/// <param name="ColumnLevel">The level of the column, numbered through.</param>
/// <param name="Mirror">The bin with row and column exchanged.</param>
internal readonly record struct Bin(int Block, int Row, int Column, int RowLevel, int ColumnLevel, int Mirror)
{
    /// <summary>Whether row and column are in the same level.</summary>
    public bool IsDiagonal => Row == Column;
}
