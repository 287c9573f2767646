using System.Collections.Immutable;

namespace FiniteNCheck.Exact.Occupation.Basis;

/// <summary>
/// All ways to distribute the sites of every block over its levels, in an order in which the last two levels of the last block exchange
/// sites from one to the next.
/// </summary>
internal sealed class CountSpace
{
    private readonly ImmutableArray<int> sites;
    private readonly ImmutableArray<ImmutableArray<int>> levels;
    private readonly SimplexSizes sizes;
    private readonly int[] strides;

    /// <summary>The counts of blocks.</summary>
    /// <param name="sites">The number of sites of each block, in the order in which blocks are numbered here.</param>
    /// <param name="levels">The levels of each of these blocks, numbered through, in the order in which counts are numbered here.</param>
    /// <param name="sizes">Sizes of simplexes.</param>
    public CountSpace(ImmutableArray<int> sites, ImmutableArray<ImmutableArray<int>> levels, SimplexSizes sizes)
    {
        this.sites = sites;
        this.levels = levels;
        this.sizes = sizes;
        strides = new int[sites.Length];
        long length = 1;
        for (int h = sites.Length - 1; h >= 0; h--)
        {
            strides[h] = (int)length;
            length = checked((int)(length * sizes[levels[h].Length, sites[h]]));
        }

        Length = (int)length;
        LevelCount = levels.Sum(each => each.Length);
    }

    /// <summary>The number of ways.</summary>
    public int Length { get; }

    /// <summary>The number of levels of all blocks.</summary>
    public int LevelCount { get; }

    /// <summary>The place of counts.</summary>
    /// <param name="counts">The count of every level.</param>
    public int Rank(ReadOnlySpan<int> counts)
    {
        long rank = 0;
        for (int h = 0; h < sites.Length; h++)
        {
            ImmutableArray<int> own = levels[h];
            long ofBlock = 0;
            int total = sites[h];
            for (int j = 0; j < own.Length - 1; j++)
            {
                ofBlock += sizes.Before(own.Length - j, total, counts[own[j]]);
                total -= counts[own[j]];
            }

            rank += strides[h] * ofBlock;
        }

        return (int)rank;
    }

    /// <summary>Visits all counts in order.</summary>
    /// <param name="visit">Receives the counts; they change with the next visit.</param>
    public void ForEach(Action<int[]> visit)
    {
        int[] counts = new int[LevelCount];
        Visit(0, 0, sites[0], counts, visit);
    }

    private void Visit(int block, int position, int left, int[] counts, Action<int[]> visit)
    {
        if (block == sites.Length)
        {
            visit(counts);
            return;
        }

        int level = levels[block][position];
        if (position == levels[block].Length - 1)
        {
            counts[level] = left;
            Visit(block + 1, 0, block + 1 < sites.Length ? sites[block + 1] : 0, counts, visit);
            return;
        }

        for (int count = 0; count <= left; count++)
        {
            counts[level] = count;
            Visit(block, position + 1, left - count, counts, visit);
        }
    }
}
