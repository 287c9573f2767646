namespace FiniteNCheck.Exact.Occupation.Basis;

/// <summary>
/// How many ways there are to write a total as an ordered sum of parts, <c>C(total + parts - 1, parts - 1)</c>, and the place of one of
/// them in lexicographic order.
/// </summary>
internal sealed class SimplexSizes
{
    // Displaced occupations may lie one or two outside the simplex before a vanishing factor rules them out.
    private const int Margin = 4;

    private readonly long[][] sizes;

    /// <summary>The sizes up to a total.</summary>
    /// <param name="maxTotal">The largest total.</param>
    /// <param name="maxParts">The largest number of parts.</param>
    public SimplexSizes(int maxTotal, int maxParts)
    {
        sizes = new long[maxParts + 1][];
        for (int parts = 0; parts <= maxParts; parts++)
        {
            sizes[parts] = new long[maxTotal + 1 + (2 * Margin)];
            for (int total = 0; total <= maxTotal + Margin; total++)
            {
                sizes[parts][total + Margin] = parts == 0 ? (total == 0 ? 1 : 0)
                    : sizes[parts][total + Margin - 1] + sizes[parts - 1][total + Margin];
            }
        }
    }

    /// <summary>The number of ways; 0 for a negative total.</summary>
    /// <param name="parts">The number of parts.</param>
    /// <param name="total">The total.</param>
    public long this[int parts, int total] => sizes[parts][total + Margin];

    /// <summary>How many ways have a first part below a given one.</summary>
    /// <param name="parts">The number of parts.</param>
    /// <param name="total">The total.</param>
    /// <param name="first">The first part.</param>
    public long Before(int parts, int total, int first) => this[parts, total] - this[parts, total - first];

    /// <summary>The place of parts in lexicographic order; the last part follows from the total.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="total">Their sum.</param>
    public long Rank(ReadOnlySpan<int> parts, int total)
    {
        long rank = 0;
        for (int j = 0; j < parts.Length - 1; j++)
        {
            rank += Before(parts.Length - j, total, parts[j]);
            total -= parts[j];
        }

        return rank;
    }
}
