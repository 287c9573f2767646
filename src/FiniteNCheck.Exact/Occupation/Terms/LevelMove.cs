namespace FiniteNCheck.Exact.Occupation.Terms;

/// <summary>A site of one side of a matrix, its row or its column, that an operator takes from one level to another.</summary>
/// <param name="Block">The block of the site.</param>
/// <param name="To">The level in the result, within the block.</param>
/// <param name="From">The level in the source, within the block.</param>
internal readonly record struct LevelMove(int Block, int To, int From);
