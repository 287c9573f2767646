using System.Collections.Immutable;

namespace FiniteNCheck.Exact.Occupation.Basis;

/// <summary>
/// Where the numbers t(n) of a Hermitian matrix lie. All n with the same occupations off the diagonal make a <em>cell</em>, whose numbers
/// are consecutive. Of two cells that are mirror images one is held: the conjugates of its numbers are those of the other, at the same
/// places. Imaginary parts follow after all real parts.
/// </summary>
internal sealed class OccupationLayout
{
    /// <summary>Numbers left free before the first: displaced rows are read a little beyond their ends.</summary>
    public const int Guard = 16;

    private readonly ulong[] radix;
    private readonly int[] mirrors;
    private readonly int[] blocks;
    private readonly Dictionary<ulong, int> cells;

    /// <summary>Lays out the numbers.</summary>
    /// <param name="order">The order of blocks, levels and bins.</param>
    /// <param name="cellsOf">The cells that charges allow.</param>
    /// <param name="isComplex">Whether imaginary parts are held.</param>
    public OccupationLayout(OccupationOrder order, CellEnumerator cellsOf, bool isComplex)
    {
        (Order, IsComplex) = (order, isComplex);
        int width = order.OffDiagonalBins.Length;
        mirrors = [.. order.OffDiagonalBins.Select(bin => order.OffDiagonalBins.IndexOf(order.Bins.All[bin].Mirror))];
        blocks = [.. order.OffDiagonalBins.Select(bin => order.Bins.All[bin].Block)];
        radix = new ulong[width];
        ulong next = 1;
        for (int j = width - 1; j >= 0; j--)
        {
            radix[j] = next;
            next = checked(next * (ulong)(order.Sites[order.Bins.All[order.OffDiagonalBins[j]].Block] + 1));
        }

        List<ushort> occupations = [];
        List<int> offsets = [];
        List<int> shapeOf = [];
        List<int> firstRows = [];
        List<bool> isOwnMirror = [];
        List<OccupationShape> shapes = [];
        var shapeIndex = new Dictionary<string, int>(StringComparer.Ordinal);
        cells = [];
        (int at, int rows) = (0, 0);
        int[] mirrored = new int[width];
        cellsOf.ForEach((occupied, totals) =>
        {
            for (int j = 0; j < width; j++)
            {
                mirrored[j] = occupied[mirrors[j]];
            }

            int comparison = Compare(occupied, mirrored);
            if (comparison < 0)
            {
                return;
            }

            string key = string.Join(' ', totals);
            if (!shapeIndex.TryGetValue(key, out int shape))
            {
                shape = shapes.Count;
                shapeIndex.Add(key, shape);
                shapes.Add(order.Shape([.. totals]));
            }

            cells.Add(Key(occupied), offsets.Count);
            offsets.Add(at);
            shapeOf.Add(shape);
            firstRows.Add(rows);
            isOwnMirror.Add(comparison == 0);
            foreach (int each in occupied)
            {
                occupations.Add((ushort)each);
            }

            at = checked(at + shapes[shape].Size);
            rows += shapes[shape].Rows;
        });
        (Occupations, Offsets, ShapeOf, FirstRows) = ([.. occupations], [.. offsets], [.. shapeOf], [.. firstRows]);
        (IsOwnMirror, Shapes, Plane, Rows) = ([.. isOwnMirror], [.. shapes], at, rows);
        int longest = Shapes.Max(shape => shape.Lengths.Max());
        Length = checked(Guard + (Plane * (isComplex ? 2 : 1)) + longest + (2 * Guard));
        Longest = longest;
    }

    /// <summary>The order of blocks, levels and bins.</summary>
    public OccupationOrder Order { get; }

    /// <summary>Whether imaginary parts are held.</summary>
    public bool IsComplex { get; }

    /// <summary>The number of cells.</summary>
    public int Cells => Offsets.Length;

    /// <summary>The occupations off the diagonal, cell by cell.</summary>
    public ushort[] Occupations { get; }

    /// <summary>The place of the first number of each cell among the real parts.</summary>
    public int[] Offsets { get; }

    /// <summary>The shape of each cell.</summary>
    public int[] ShapeOf { get; }

    /// <summary>The number of rows before each cell.</summary>
    public int[] FirstRows { get; }

    /// <summary>Whether a cell is its own mirror image; its numbers are real.</summary>
    public bool[] IsOwnMirror { get; }

    /// <summary>The shapes.</summary>
    public ImmutableArray<OccupationShape> Shapes { get; }

    /// <summary>The number of real parts.</summary>
    public int Plane { get; }

    /// <summary>The number of rows of all cells.</summary>
    public int Rows { get; }

    /// <summary>The length of the longest row.</summary>
    public int Longest { get; }

    /// <summary>The length of an array that holds a state, guards included.</summary>
    public int Length { get; }

    /// <summary>The number of real numbers in a state.</summary>
    public long Numbers => (long)Plane * (IsComplex ? 2 : 1);

    /// <summary>The number of bins off the diagonal.</summary>
    public int Width => radix.Length;

    /// <summary>The occupations off the diagonal of a cell.</summary>
    /// <param name="cell">The cell.</param>
    public ReadOnlySpan<ushort> OccupationsOf(int cell) => Occupations.AsSpan(cell * Width, Width);

    /// <summary>Finds the cell that holds given occupations or their mirror image.</summary>
    /// <param name="occupations">The occupations off the diagonal, of bins in order.</param>
    /// <param name="isMirrored">Whether the numbers there are conjugated.</param>
    /// <returns>The cell; -1 where there is none.</returns>
    public int Find(ReadOnlySpan<int> occupations, out bool isMirrored)
    {
        isMirrored = false;
        (ulong key, ulong mirror) = (0, 0);
        Span<int> left = stackalloc int[Order.Sites.Length];
        Order.Sites.AsSpan().CopyTo(left);
        for (int j = 0; j < occupations.Length; j++)
        {
            ref int here = ref left[blocks[j]];
            here -= occupations[j];
            if (occupations[j] < 0 || here < 0)
            {
                return -1;
            }

            key += radix[j] * (ulong)occupations[j];
            mirror += radix[mirrors[j]] * (ulong)occupations[j];
        }

        if (cells.TryGetValue(key, out int cell))
        {
            return cell;
        }

        isMirrored = true;
        return cells.TryGetValue(mirror, out cell) ? cell : -1;
    }

    private ulong Key(int[] occupations) => occupations.Index().Aggregate(0UL, (key, each) => key + (radix[each.Index] * (ulong)each.Item));

    // Held are cells in which the counts of the rows come after those of the columns, and of cells with equal counts the larger ones.
    private int Compare(int[] occupied, int[] mirrored)
    {
        Span<int> excess = stackalloc int[Order.Bins.Levels];
        excess.Clear();
        for (int j = 0; j < occupied.Length; j++)
        {
            Bin bin = Order.Bins.All[Order.OffDiagonalBins[j]];
            excess[bin.RowLevel] += occupied[j];
            excess[bin.ColumnLevel] -= occupied[j];
        }

        foreach (int each in excess)
        {
            if (each != 0)
            {
                return each;
            }
        }

        return occupied.AsSpan().SequenceCompareTo(mirrored);
    }
}
