using System.Collections.Immutable;
using FiniteNCheck.Exact.Occupation.Basis;
using FiniteNCheck.Exact.Occupation.Terms;

namespace FiniteNCheck.Exact.Occupation.Program;

/// <summary>Resolves the terms of a generator for a layout.</summary>
internal sealed class ProgramBuilder
{
    // Values of a factor on either side of those that occur.
    private const int Margin = 4;

    private readonly OccupationLayout layout;
    private readonly OccupationOrder order;
    private readonly int stride;
    private readonly int rising;
    private readonly int falling;
    private readonly List<int[]> displacements = [];
    private readonly List<int[]> rowShifts = [];
    private readonly List<(int Place, int Shift)> rowFactors = [(-1, 1)];

    /// <summary>Resolves the terms.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="tables">Their weights.</param>
    public ProgramBuilder(OccupationLayout layout, IEnumerable<WeightedTerm> terms, WeightTables tables)
    {
        (this.layout, order) = (layout, layout.Order);
        stride = order.Counts.Length + (2 * OccupationLayout.Guard);
        int ramps = stride * tables.Tables.Count;
        int span = layout.Longest + (2 * Margin) + (2 * OccupationLayout.Guard);
        (rising, falling) = (ramps, ramps + span);
        Weights = new double[ramps + (2 * span)];
        for (int t = 0; t < tables.Tables.Count; t++)
        {
            tables.Tables[t].CopyTo(Weights, t * stride);
        }

        for (int i = 0; i < span; i++)
        {
            Weights[rising + i] = i - Margin;
            Weights[falling + i] = layout.Longest + Margin - i;
        }

        Terms =
        [
            .. terms.SelectMany(Resolve).OrderBy(term => TermClasses.Of(in term)).ThenBy(term => term.Displacement)
                .ThenBy(term => term.RowShift),
        ];
    }

    /// <summary>The tables of rows and columns, and values of factors along rows.</summary>
    public double[] Weights { get; }

    /// <summary>The terms, in the order of their classes.</summary>
    public ImmutableArray<KernelTerm> Terms { get; }

    /// <summary>The factors that are constant in a row: places of diagonal bins, and what is added; the first stands for 1.</summary>
    public IReadOnlyList<(int Place, int Shift)> RowFactors => rowFactors;

    /// <summary>
    /// The cell of the source for each cell and displacement: twice its number, and one more where it is mirrored; -1 where there is none.
    /// </summary>
    public int[] Sources()
    {
        int count = displacements.Count;
        int[] sources = new int[layout.Cells * count];
        Parallel.For(0, (layout.Cells + 1023) / 1024, chunk =>
        {
            int[] displaced = new int[layout.Width];
            for (int cell = 1024 * chunk; cell < Math.Min(layout.Cells, 1024 * (chunk + 1)); cell++)
            {
                ReadOnlySpan<ushort> own = layout.OccupationsOf(cell);
                for (int d = 0; d < count; d++)
                {
                    for (int j = 0; j < displaced.Length; j++)
                    {
                        displaced[j] = own[j] + displacements[d][j];
                    }

                    int found = layout.Find(displaced, out bool isMirrored);
                    sources[(cell * count) + d] = found < 0 ? -1 : (2 * found) + (isMirrored ? 1 : 0);
                }
            }
        });
        return sources;
    }

    /// <summary>The number of displacements of bins off the diagonal.</summary>
    public int Displacements => displacements.Count;

    /// <summary>
    /// For each shape and displacement of the diagonal bins the places in the source's cell that the rows of the result start from, and
    /// where they are listed. Rows without a source start from 0: a factor of their terms vanishes.
    /// </summary>
    public (int[] Starts, int[,] Lists) RowStarts()
    {
        List<int> starts = [];
        int[,] lists = new int[layout.Shapes.Length, rowShifts.Count];
        int[] displaced = new int[order.DiagonalCount];
        (int rises, int falls) = order.RisingBin < 0 ? (-1, -1)
            : (order.DiagonalPlaces[order.RisingBin], order.DiagonalPlaces[order.FallingBin]);
        for (int s = 0; s < layout.Shapes.Length; s++)
        {
            OccupationShape shape = layout.Shapes[s];
            for (int d = 0; d < rowShifts.Count; d++)
            {
                lists[s, d] = starts.Count;
                for (int row = 0; row < shape.Rows; row++)
                {
                    for (int j = 0; j < displaced.Length; j++)
                    {
                        displaced[j] = shape.Occupations[(row * displaced.Length) + j] + rowShifts[d][j];
                    }

                    // The row of the source starts where its rising occupation is 0.
                    int ahead = rises < 0 ? 0 : displaced[rises];
                    if (rises >= 0)
                    {
                        displaced[falls] += ahead;
                        displaced[rises] = 0;
                    }

                    int place = order.PlaceOf(displaced);
                    starts.Add(place < 0 ? 0 : place + ahead);
                }
            }
        }

        return ([.. starts], lists);
    }

    /// <summary>The places of the counts of rows and columns at the first number of each row of each cell.</summary>
    public (int[] Rows, int[] Columns) CountPlaces()
    {
        int[] rows = new int[layout.Rows];
        int[] columns = new int[layout.Rows];
        int[] diagonal = [.. order.Blocks.SelectMany(h => order.DiagonalBins[h])];
        Parallel.For(0, (layout.Cells + 1023) / 1024, chunk =>
        {
            int[] k = new int[order.Bins.Levels];
            int[] l = new int[order.Bins.Levels];
            for (int cell = 1024 * chunk; cell < Math.Min(layout.Cells, 1024 * (chunk + 1)); cell++)
            {
                OccupationShape shape = layout.Shapes[layout.ShapeOf[cell]];
                ReadOnlySpan<ushort> own = layout.OccupationsOf(cell);
                for (int row = 0; row < shape.Rows; row++)
                {
                    Array.Clear(k);
                    Array.Clear(l);
                    for (int j = 0; j < own.Length; j++)
                    {
                        Bin bin = order.Bins.All[order.OffDiagonalBins[j]];
                        k[bin.RowLevel] += own[j];
                        l[bin.ColumnLevel] += own[j];
                    }

                    for (int j = 0; j < diagonal.Length; j++)
                    {
                        int level = order.Bins.All[diagonal[j]].RowLevel;
                        k[level] += shape.Occupations[(row * diagonal.Length) + j];
                        l[level] += shape.Occupations[(row * diagonal.Length) + j];
                    }

                    rows[layout.FirstRows[cell] + row] = order.Counts.Rank(k);
                    columns[layout.FirstRows[cell] + row] = order.Counts.Rank(l);
                }
            }
        });
        return (rows, columns);
    }

    private IEnumerable<KernelTerm> Resolve(WeightedTerm term)
    {
        KernelFactor one = new(-1, 0, 0, 0, 0, false);
        KernelFactor[] factors = [.. term.Factors.Select(Resolve).OrderByDescending(factor => factor.IsRamp), one, one];
        var resolved = new KernelTerm(
            term.Constant.Real,
            false,
            IndexOf(displacements, [.. order.OffDiagonalBins.Select(bin => term.Displacement[bin])]),
            IndexOf(rowShifts, [.. order.Blocks.SelectMany(h => order.DiagonalBins[h]).Select(bin => term.Displacement[bin])]),
            term.Row * stride,
            term.Column * stride,
            term.Part,
            factors[0],
            factors[1]);
        if (resolved.Scale != 0)
        {
            yield return resolved;
        }

        if (layout.IsComplex && term.Constant.Imaginary != 0)
        {
            yield return resolved with { Scale = term.Constant.Imaginary, IsImaginary = true };
        }
    }

    private KernelFactor Resolve(OccupationFactor factor)
    {
        int place = order.DiagonalPlaces[factor.Bin];
        return place < 0 ? new KernelFactor(order.OffDiagonalBins.IndexOf(factor.Bin), factor.Shift, 0, 0, 0, false)
            : factor.Bin == order.RisingBin ? new KernelFactor(-1, 0, 0, rising + Margin + factor.Shift, 0, true)
            : factor.Bin == order.FallingBin
                ? new KernelFactor(-1, 0, 0, falling + layout.Longest + Margin - factor.Shift, -1, true)
            : new KernelFactor(-1, 0, RowFactor(place, factor.Shift), 0, 0, false);
    }

    private int RowFactor(int place, int shift)
    {
        int found = rowFactors.IndexOf((place, shift));
        if (found < 0)
        {
            rowFactors.Add((place, shift));
            found = rowFactors.Count - 1;
        }

        return found;
    }

    private static int IndexOf(List<int[]> vectors, int[] vector)
    {
        int found = vectors.FindIndex(each => each.AsSpan().SequenceEqual(vector));
        if (found < 0)
        {
            vectors.Add(vector);
            found = vectors.Count - 1;
        }

        return found;
    }
}
