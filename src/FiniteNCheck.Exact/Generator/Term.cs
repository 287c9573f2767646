using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Operators;

namespace FiniteNCheck.Exact.Generator;

/// <summary>
/// One real term that feeds a sector: element <c>(r', c')</c> of a source with a weight by row and a weight by column, or with a single
/// weight by either.
/// </summary>
/// <param name="Source">The sector that is read.</param>
/// <param name="Row">Takes the row to the row of the source, or <see langword="null"/> where they are the same.</param>
/// <param name="Column">Takes the column to the column of the source, or <see langword="null"/> where they are the same.</param>
/// <param name="Weight">Offset of the first weight for state 0; by row, unless <paramref name="Row"/> is <see langword="null"/>.</param>
/// <param name="MirroredWeight">The same where the source element is stored as the conjugate of its mirror image.</param>
/// <param name="ColumnWeight">Offset of the second weight for state 0, by column, or <see cref="None"/>.</param>
/// <param name="IsImaginary">
/// Whether the term has a factor <c>i</c>: kernels exchange real and imaginary parts, and the weights contain the signs.
/// </param>
internal readonly record struct Term(
    Sector Source, Shift? Row, Shift? Column, int Weight, int MirroredWeight, int ColumnWeight, bool IsImaginary)
{
    /// <summary>No second weight.</summary>
    public const int None = int.MinValue;

    /// <summary>Whether there are two weights.</summary>
    public bool IsProduct => ColumnWeight != None;

    /// <summary>Whether the single weight is one by column.</summary>
    public bool IsByColumn => Row is null;
}
