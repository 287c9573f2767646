using FiniteNCheck.Exact.Occupation;
using FiniteNCheck.Exact.Occupation.Basis;
using FiniteNCheck.Exact.Occupation.Terms;

namespace FiniteNCheck.Tests.Exact.Occupation;

/// <summary>The scalar reference of the kernel: the generator term by term and number by number, with occupations written out.</summary>
internal static class ScalarOccupation
{
    public static double[] Apply(OccupationSpace space, OccupationLayout layout, IReadOnlyList<double[]> tables, double[] x)
    {
        double[] y = new double[layout.Length];
        for (int cell = 0; cell < layout.Cells; cell++)
        {
            foreach ((int[] n, int place) in Numbers(layout, cell))
            {
                System.Numerics.Complex sum = 0;
                foreach (WeightedTerm term in space.Terms)
                {
                    double factor = term.Factors.Aggregate(1.0, (product, each) => product * (n[each.Bin] + each.Shift));
                    int[] source = [.. n.Zip(term.Displacement, (a, b) => a + b)];
                    if (factor != 0)
                    {
                        (int row, int column) = (Rank(layout, n, isRow: true), Rank(layout, n, isRow: false));
                        sum += term.Constant * (factor * tables[term.Row][row] * tables[term.Column][column]) * Read(layout, x, source);
                    }
                }

                y[place] = sum.Real;
                if (layout.IsComplex)
                {
                    y[place + layout.Plane] = sum.Imaginary;
                }
            }
        }

        return y;
    }

    /// <summary>The occupations of the numbers of a cell, and their places.</summary>
    public static IEnumerable<(int[] Occupations, int Place)> Numbers(OccupationLayout layout, int cell)
    {
        OccupationOrder order = layout.Order;
        OccupationShape shape = layout.Shapes[layout.ShapeOf[cell]];
        int[] off = [.. layout.OccupationsOf(cell).ToArray().Select(each => (int)each)];
        for (int row = 0; row < shape.Rows; row++)
        {
            for (int i = 0; i < shape.Lengths[row]; i++)
            {
                int[] n = new int[order.Bins.Count];
                for (int j = 0; j < off.Length; j++)
                {
                    n[order.OffDiagonalBins[j]] = off[j];
                }

                foreach (int bin in order.Blocks.SelectMany(h => order.DiagonalBins[h]))
                {
                    n[bin] = shape.Occupations[(row * order.DiagonalCount) + order.DiagonalPlaces[bin]]
                        + (bin == order.RisingBin ? i : bin == order.FallingBin ? -i : 0);
                }

                yield return (n, OccupationLayout.Guard + layout.Offsets[cell] + shape.Starts[row] + i);
            }
        }
    }

    private static System.Numerics.Complex Read(OccupationLayout layout, double[] x, int[] n)
    {
        OccupationOrder order = layout.Order;
        int cell = layout.Find([.. order.OffDiagonalBins.Select(bin => n[bin])], out bool isMirrored);
        if (cell < 0 || n.Any(each => each < 0))
        {
            return 0;
        }

        int inCell = order.PlaceOf([.. order.Blocks.SelectMany(h => order.DiagonalBins[h]).Select(bin => n[bin])]);
        int place = OccupationLayout.Guard + layout.Offsets[cell] + inCell;
        double imaginary = layout.IsComplex ? x[place + layout.Plane] : 0;
        return new System.Numerics.Complex(x[place], isMirrored ? -imaginary : imaginary);
    }

    private static int Rank(OccupationLayout layout, int[] n, bool isRow)
    {
        int[] counts = new int[layout.Order.Bins.Levels];
        foreach ((int index, Bin bin) in layout.Order.Bins.All.Index())
        {
            counts[isRow ? bin.RowLevel : bin.ColumnLevel] += n[index];
        }

        return layout.Order.Counts.Rank(counts);
    }
}
