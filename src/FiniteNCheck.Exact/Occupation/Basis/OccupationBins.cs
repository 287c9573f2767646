using System.Collections.Immutable;

namespace FiniteNCheck.Exact.Occupation.Basis;

/// <summary>
/// The bins into which sites are sorted: bin <c>(h, a, b)</c> counts the sites of block h at which the row of a matrix element is in
/// level a and its column in level b. Levels of all blocks are numbered through, and so are bins.
/// </summary>
internal sealed class OccupationBins
{
    private readonly int[] binOffsets;
    private readonly int[] levelOffsets;

    /// <summary>The bins of blocks.</summary>
    /// <param name="dimensions">The number of levels of each block.</param>
    public OccupationBins(ImmutableArray<int> dimensions)
    {
        Dimensions = dimensions;
        binOffsets = new int[dimensions.Length];
        levelOffsets = new int[dimensions.Length];
        for (int h = 0; h < dimensions.Length; h++)
        {
            int d = dimensions[h];
            (binOffsets[h], levelOffsets[h]) = (Count, Levels);
            Count += d * d;
            Levels += d;
        }

        All = [.. Enumerable.Range(0, dimensions.Length).SelectMany(h =>
            from row in Enumerable.Range(0, dimensions[h])
            from column in Enumerable.Range(0, dimensions[h])
            select new Bin(h, row, column, Level(h, row), Level(h, column), Index(h, column, row)))];
    }

    /// <summary>The number of levels of each block.</summary>
    public ImmutableArray<int> Dimensions { get; }

    /// <summary>The number of bins.</summary>
    public int Count { get; }

    /// <summary>The number of levels of all blocks.</summary>
    public int Levels { get; }

    /// <summary>The bins, by number.</summary>
    public ImmutableArray<Bin> All { get; }

    /// <summary>The number of a bin.</summary>
    /// <param name="block">The block.</param>
    /// <param name="row">The level of the row.</param>
    /// <param name="column">The level of the column.</param>
    public int Index(int block, int row, int column) => binOffsets[block] + (row * Dimensions[block]) + column;

    /// <summary>The number of a level.</summary>
    /// <param name="block">The block.</param>
    /// <param name="level">The level within the block.</param>
    public int Level(int block, int level) => levelOffsets[block] + level;
}
