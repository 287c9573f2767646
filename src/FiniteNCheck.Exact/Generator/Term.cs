using FiniteNCheck.Exact.Basis;

namespace FiniteNCheck.Exact.Generator;

/// <summary>
/// One real term of what feeds a sector: element <c>(r', c')</c> of a source with a weight by row and a weight by column, or a single weight by either.
/// </summary>
/// <param name="Source">The sector that is read.</param>
/// <param name="Row">Takes the row to the source's row, or <see langword="null"/> where they are the same.</param>
/// <param name="Column">Takes the column to the source's column, or <see langword="null"/> where they are the same.</param>
/// <param name="Weight">Where the first weight of state 0 lies; by row, unless <paramref name="Row"/> is <see langword="null"/>.</param>
/// <param name="MirroredWeight">The same where the source element is held as the conjugate of its mirror image.</param>
/// <param name="ColumnWeight">Where the second weight lies, by column, or <see cref="None"/>.</param>
/// <param name="IsTurned">Whether the term has a factor <c>i</c>: kernels exchange real and imaginary part, the signs are in the weights.</param>
internal readonly record struct Term(Sector Source, Shift? Row, Shift? Column, int Weight, int MirroredWeight, int ColumnWeight, bool IsTurned)
{
    /// <summary>No second weight.</summary>
    public const int None = int.MinValue;

    /// <summary>Whether there are two weights.</summary>
    public bool IsProduct => ColumnWeight != None;

    /// <summary>Whether the single weight goes by column.</summary>
    public bool IsByColumn => Row is null;
}
