namespace FiniteNCheck.Exact.Generator.Kernels;

/// <summary>
/// The terms of one strip, or of two strips that share weights, as kernels read them. For each product come the offsets of the source, one
/// for each strip, then those of the first and the second weight; for each single weight the offsets of the source, one for each strip,
/// then those of the weight, one for each strip.
/// </summary>
/// <param name="offsets">The offsets, for the first number of each strip.</param>
/// <param name="counts">How many terms of each kind there are.</param>
internal readonly ref struct TermList(ReadOnlySpan<int> offsets, TermCounts counts)
{
    /// <summary>The offsets.</summary>
    public readonly ReadOnlySpan<int> Offsets = offsets;

    /// <summary>How many terms of each kind there are.</summary>
    public readonly TermCounts Counts = counts;
}
