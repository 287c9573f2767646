using System.Collections.Immutable;

namespace FiniteNCheck.Exact.Occupation.Basis;

/// <summary>
/// The order of blocks and levels in memory. The block in which rows are longest comes last; in each block the levels that are never
/// populated come first.
/// </summary>
internal sealed class OccupationOrder
{
    /// <summary>Chooses the order.</summary>
    /// <param name="sites">The number of sites of each block.</param>
    /// <param name="bins">The bins.</param>
    /// <param name="active">The bins that are ever populated.</param>
    public OccupationOrder(ImmutableArray<int> sites, OccupationBins bins, bool[] active)
    {
        (Sites, Bins) = (sites, bins);
        DiagonalBins =
        [
            .. bins.Dimensions.Select((d, h) =>
                Enumerable.Range(0, d).Select(level => bins.Index(h, level, level)).Where(bin => active[bin]).ToImmutableArray()),
        ];
        int last = Enumerable.Range(0, sites.Length).MaxBy(h => (DiagonalBins[h].Length > 1 ? 1L << 40 : 0) + sites[h]);
        Blocks = [.. Enumerable.Range(0, sites.Length).Where(h => h != last), last];
        OffDiagonalBins = [.. Enumerable.Range(0, bins.Count).Where(bin => active[bin] && !bins.All[bin].IsDiagonal)];
        Sizes = new SimplexSizes(sites.Max(), bins.Dimensions.Max());
        Counts = new CountSpace(
            [.. Blocks.Select(h => sites[h])],
            [
                .. Blocks.Select(h =>
                {
                    int[] populated = [.. DiagonalBins[h].Select(bin => bins.All[bin].RowLevel)];
                    int[] all = [.. Enumerable.Range(0, bins.Dimensions[h]).Select(level => bins.Level(h, level))];
                    return all.Except(populated).Concat(populated).ToImmutableArray();
                }),
            ],
            Sizes);
        DiagonalPlaces = [.. Enumerable.Repeat(-1, bins.Count)];
        int place = 0;
        foreach (int bin in Blocks.SelectMany(h => DiagonalBins[h]))
        {
            DiagonalPlaces[bin] = place++;
        }

        DiagonalCount = place;
    }

    /// <summary>The number of sites of each block.</summary>
    public ImmutableArray<int> Sites { get; }

    /// <summary>The bins.</summary>
    public OccupationBins Bins { get; }

    /// <summary>The blocks, the one along which rows run last.</summary>
    public ImmutableArray<int> Blocks { get; }

    /// <summary>The active diagonal bins of each block, in their order in memory.</summary>
    public ImmutableArray<ImmutableArray<int>> DiagonalBins { get; }

    /// <summary>The number of active diagonal bins.</summary>
    public int DiagonalCount { get; }

    /// <summary>The place of each bin among the active diagonal ones; -1 for the others.</summary>
    public int[] DiagonalPlaces { get; }

    /// <summary>The active bins off the diagonal.</summary>
    public ImmutableArray<int> OffDiagonalBins { get; }

    /// <summary>Sizes of simplexes of up to the largest number of sites.</summary>
    public SimplexSizes Sizes { get; }

    /// <summary>The counts of one side in the order of memory.</summary>
    public CountSpace Counts { get; }

    /// <summary>The block along which rows run.</summary>
    public int RunBlock => Blocks[^1];

    /// <summary>The bin that gains along a row; -1 where the block has a single active level.</summary>
    public int RisingBin => DiagonalBins[RunBlock].Length > 1 ? DiagonalBins[RunBlock][^2] : -1;

    /// <summary>The bin that loses along a row; -1 where the block has a single active level.</summary>
    public int FallingBin => DiagonalBins[RunBlock].Length > 1 ? DiagonalBins[RunBlock][^1] : -1;

    /// <summary>The arrangement of diagonal occupations with given totals.</summary>
    /// <param name="totals">The number of sites in diagonal bins of each block.</param>
    public OccupationShape Shape(int[] totals)
    {
        List<int> starts = [];
        List<int> lengths = [];
        List<int> occupations = [];
        int[] current = new int[DiagonalCount];
        int size = 0;
        Visit(0, 0, totals[Blocks[0]]);
        return new OccupationShape(totals, [.. starts], [.. lengths], [.. occupations], size);

        void Visit(int at, int position, int left)
        {
            if (at == Blocks.Length)
            {
                Close(1);
                return;
            }

            ImmutableArray<int> own = DiagonalBins[Blocks[at]];
            int place = DiagonalPlaces[own[position]];
            bool isRun = at == Blocks.Length - 1;
            if (isRun && position == own.Length - 2)
            {
                (current[place], current[DiagonalPlaces[own[^1]]]) = (0, left);
                Close(left + 1);
            }
            else if (position == own.Length - 1)
            {
                current[place] = left;
                Visit(at + 1, 0, isRun ? 0 : totals[Blocks[at + 1]]);
            }
            else
            {
                for (int count = 0; count <= left; count++)
                {
                    current[place] = count;
                    Visit(at, position + 1, left - count);
                }
            }
        }

        void Close(int length)
        {
            starts.Add(size);
            lengths.Add(length);
            occupations.AddRange(current);
            size += length;
        }
    }

    /// <summary>The number of numbers with given totals.</summary>
    /// <param name="totals">The number of sites in diagonal bins of each block.</param>
    public double Size(ReadOnlySpan<int> totals)
    {
        double size = 1;
        for (int h = 0; h < totals.Length; h++)
        {
            size *= Sizes[DiagonalBins[h].Length, totals[h]];
        }

        return size;
    }

    /// <summary>The number of rows with given totals.</summary>
    /// <param name="totals">The number of sites in diagonal bins of each block.</param>
    public double Rows(ReadOnlySpan<int> totals)
    {
        double rows = 1;
        for (int h = 0; h < totals.Length; h++)
        {
            int parts = DiagonalBins[h].Length;
            rows *= Sizes[h == RunBlock ? Math.Max(1, parts - 1) : parts, totals[h]];
        }

        return rows;
    }

    /// <summary>The place of diagonal occupations within their cell; -1 where one of them is negative.</summary>
    /// <param name="occupations">The occupations of the active diagonal bins.</param>
    public int PlaceOf(ReadOnlySpan<int> occupations)
    {
        long place = 0;
        int next = 0;
        foreach (int h in Blocks)
        {
            int parts = DiagonalBins[h].Length;
            ReadOnlySpan<int> own = occupations.Slice(next, parts);
            int total = 0;
            foreach (int each in own)
            {
                if (each < 0)
                {
                    return -1;
                }

                total += each;
            }

            place = (place * Sizes[parts, total]) + Sizes.Rank(own, total);
            next += parts;
        }

        return (int)place;
    }
}
