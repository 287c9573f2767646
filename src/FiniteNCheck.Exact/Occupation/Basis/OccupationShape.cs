namespace FiniteNCheck.Exact.Occupation.Basis;

/// <summary>
/// How the diagonal occupations of a cell lie in memory, given how many sites each block has in diagonal bins: row after row, in each of
/// which the last two levels exchange sites from one number to the next.
/// </summary>
/// <param name="Totals">The number of sites in diagonal bins of each block.</param>
/// <param name="Starts">The place of the first number of each row.</param>
/// <param name="Lengths">The number of numbers in each row.</param>
/// <param name="Occupations">The occupations of the active diagonal bins at the first number of each row, row by row.</param>
/// <param name="Size">The number of numbers.</param>
internal sealed record OccupationShape(int[] Totals, int[] Starts, int[] Lengths, int[] Occupations, int Size)
{
    /// <summary>The number of rows.</summary>
    public int Rows => Starts.Length;
}
