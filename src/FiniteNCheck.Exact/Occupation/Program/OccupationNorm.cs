using System.Numerics;
using FiniteNCheck.Exact.Generator;
using FiniteNCheck.Exact.Occupation.Basis;

namespace FiniteNCheck.Exact.Occupation.Program;

/// <summary>
/// The bound <c>B(X) = sum_(k,l) sqrt(sum_(n in k,l) |t(n)|^2 min(R, C))</c> of the trace norm of a Hermitian matrix, with
/// <c>R = prod l_b! / prod n_ab!</c> and <c>C = prod k_a! / prod n_ab!</c>. Between the words with counts k and those with counts l the
/// matrix has rank <c>min(D_k, D_l)</c> at most, and the words with counts n add <c>|t|^2 M/(D_k D_l)</c> to the square of its Frobenius
/// norm; so this is Cauchy-Schwarz for the singular values. For a diagonal matrix it is the trace norm itself.
/// </summary>
internal sealed class OccupationNorm
{
    // Cells whose rows and columns have counts of the same difference share the sums of one job.
    [ThreadStatic]
    private static double[]? sumsOfThread;

    private readonly OccupationLayout layout;
    private readonly int[] rowCounts;
    private readonly int[] columnCounts;
    private readonly int[][] groups;
    private readonly bool[] isDiagonal;
    private readonly double[] ofGroup;
    private readonly double[] logFactorials;
    private readonly double[] logOfCounts;
    private readonly WorkShare work;
    private readonly Action<int, int> runGroups;
    private double[] current = [];

    /// <summary>Prepares the norm.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="rowCounts">The places of the counts of the rows at the first number of each row.</param>
    /// <param name="columnCounts">The places of the counts of the columns there.</param>
    /// <param name="threads">The number of threads.</param>
    public OccupationNorm(OccupationLayout layout, int[] rowCounts, int[] columnCounts, int threads)
    {
        (this.layout, this.rowCounts, this.columnCounts) = (layout, rowCounts, columnCounts);
        OccupationOrder order = layout.Order;
        logFactorials = new double[order.Sites.Max() + 1 + (2 * OccupationLayout.Guard)];
        for (int n = 2; n < logFactorials.Length; n++)
        {
            logFactorials[n] = logFactorials[n - 1] + Math.Log(n);
        }

        logOfCounts = new double[order.Counts.Length + (2 * OccupationLayout.Guard)];
        int at = 0;
        order.Counts.ForEach(counts => logOfCounts[at++] = counts.Sum(count => logFactorials[count]));
        (string Key, int Cell)[] keyed = [.. Enumerable.Range(0, layout.Cells).Select(cell => (Excess(cell), cell))];
        groups = [.. keyed.GroupBy(each => each.Key, StringComparer.Ordinal).Select(group => group.Select(each => each.Cell).ToArray())];
        isDiagonal = [.. groups.Select(group => Excess(group[0]).All(c => c is '0' or ' '))];
        ofGroup = new double[groups.Length];
        work = new WorkShare([.. groups.Select(group => 10.0 * group.Sum(cell => layout.Shapes[layout.ShapeOf[cell]].Size))], threads);
        runGroups = RunGroups;
    }

    /// <summary>Computes the norm of a state, of a difference of states or of a derivative.</summary>
    /// <param name="values">The numbers.</param>
    public double Compute(double[] values)
    {
        current = values;
        work.Run(runGroups);

        // Summed in the order of the groups, whichever thread computed them.
        double total = 0;
        foreach (double norm in ofGroup)
        {
            total += norm;
        }

        return total;
    }

    private string Excess(int cell)
    {
        OccupationOrder order = layout.Order;
        Span<int> excess = stackalloc int[order.Bins.Levels];
        excess.Clear();
        ReadOnlySpan<ushort> own = layout.OccupationsOf(cell);
        for (int j = 0; j < own.Length; j++)
        {
            Bin bin = order.Bins.All[order.OffDiagonalBins[j]];
            excess[bin.RowLevel] += own[j];
            excess[bin.ColumnLevel] -= own[j];
        }

        return string.Join(' ', excess.ToArray());
    }

    private void RunGroups(int from, int to)
    {
        double[] sums = sumsOfThread is { } held && held.Length >= logOfCounts.Length
            ? held
            : sumsOfThread = new double[logOfCounts.Length];
        for (int group = from; group < to; group++)
        {
            Array.Clear(sums);
            foreach (int cell in groups[group])
            {
                AddCell(cell, isDiagonal[group] && !layout.IsOwnMirror[cell] ? 2 : 1, sums);
            }

            // A block off the diagonal and its mirror image have the same norm.
            double total = 0;
            for (int k = 0; k < layout.Order.Counts.Length; k++)
            {
                total += Math.Sqrt(sums[k]);
            }

            ofGroup[group] = isDiagonal[group] ? total : 2 * total;
        }
    }

    private void AddCell(int cell, double copies, double[] sums)
    {
        OccupationShape shape = layout.Shapes[layout.ShapeOf[cell]];
        OccupationOrder order = layout.Order;
        double logOfCell = Math.Log(copies);
        foreach (ushort each in layout.OccupationsOf(cell))
        {
            logOfCell -= logFactorials[each];
        }

        bool runs = order.RisingBin >= 0;
        for (int row = 0; row < shape.Rows; row++)
        {
            double logOfRow = logOfCell;
            for (int j = 0; j < order.DiagonalCount - (runs ? 2 : 0); j++)
            {
                logOfRow -= logFactorials[shape.Occupations[(row * order.DiagonalCount) + j]];
            }

            AddRow(cell, row, shape, logOfRow, runs, sums);
        }
    }

    private void AddRow(int cell, int row, OccupationShape shape, double logOfRow, bool runs, double[] sums)
    {
        int index = layout.FirstRows[cell] + row;
        int at = OccupationLayout.Guard + layout.Offsets[cell] + shape.Starts[row];
        int last = shape.Lengths[row] - 1;
        Span<double> falling = stackalloc double[Vector<double>.Count];
        for (int i = 0; i <= last; i += Vector<double>.Count)
        {
            int count = Math.Min(Vector<double>.Count, last + 1 - i);
            for (int j = 0; j < Vector<double>.Count; j++)
            {
                falling[j] = !runs || j >= count ? 0 : logFactorials[last - i - j] + logFactorials[i + j];
            }

            var log = Vector.Min(
                new Vector<double>(logOfCounts, rowCounts[index] + i), new Vector<double>(logOfCounts, columnCounts[index] + i));
            Vector<double> weight = Vector.Exp(log - new Vector<double>(falling) + new Vector<double>(logOfRow));
            var real = new Vector<double>(current, at + i);
            Vector<double> square = real * real;
            if (layout.IsComplex)
            {
                var imaginary = new Vector<double>(current, at + layout.Plane + i);
                square += imaginary * imaginary;
            }

            square *= weight;
            for (int j = 0; j < count; j++)
            {
                sums[columnCounts[index] + i + j] += square[j];
            }
        }
    }
}
