namespace FiniteNCheck.Exact.Occupation.State;

/// <summary>Whole numbers that serve as a key: how many sites each bin holds, or how often levels occur.</summary>
/// <param name="values">The numbers; not to be changed afterwards.</param>
internal readonly struct BinCounts(int[] values) : IEquatable<BinCounts>
{
    /// <summary>A number.</summary>
    /// <param name="bin">The bin.</param>
    public int this[int bin] => values[bin];

    /// <summary>The numbers with one less in some bins; <see langword="null"/> where one of these has none.</summary>
    /// <param name="bins">The bins, each once.</param>
    public BinCounts? Without(ReadOnlySpan<int> bins)
    {
        foreach (int bin in bins)
        {
            if (values[bin] == 0)
            {
                return null;
            }
        }

        int[] fewer = [.. values];
        foreach (int bin in bins)
        {
            fewer[bin]--;
        }

        return new BinCounts(fewer);
    }

    /// <inheritdoc/>
    public bool Equals(BinCounts other) => values.AsSpan().SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is BinCounts other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (int each in values)
        {
            hash.Add(each);
        }

        return hash.ToHashCode();
    }

    private ReadOnlySpan<int> Values => values;
}
