using System.Numerics;
using FiniteNCheck.Exact.Occupation.Basis;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Occupation.State;

/// <summary>
/// Smallest eigenvalues of parts of a state, all of which are not negative where the state is positive: of its reduced matrices of one and
/// of two sites, and of its block of symmetric states <c>&lt;k|rho|l&gt; = sum_(n in k,l) t(n) M(n)/(D_k D_l)</c>. Where only populations
/// are held, their smallest one takes the place of the last. Conditions that are necessary, and not sufficient.
/// </summary>
/// <param name="layout">The layout.</param>
/// <param name="weights">The numbers of words.</param>
/// <param name="rowCounts">The places of the counts of the rows at the first number of each row.</param>
/// <param name="columnCounts">The places of the counts of the columns there.</param>
internal sealed class OccupationPositivity(OccupationLayout layout, CountWeights weights, int[] rowCounts, int[] columnCounts)
{
    // Real rows of a matrix whose eigenvalues take up to a second.
    private const int MaxRows = 1000;

    /// <summary>The number of eigenvalues.</summary>
    public int Count => Blocks + Pairs().Count() + (HasSymmetricBlock || layout.Width == 0 ? 1 : 0);

    private int Blocks => layout.Order.Sites.Length;

    private bool HasSymmetricBlock => layout.Width > 0 && layout.Order.Counts.Length * (layout.IsComplex ? 2 : 1) <= MaxRows;

    /// <summary>The eigenvalues.</summary>
    /// <param name="moments">The moments of the state.</param>
    /// <param name="numbers">The state.</param>
    public IEnumerable<double> Smallest(OccupationMoments moments, double[] numbers)
    {
        for (int h = 0; h < Blocks; h++)
        {
            yield return Smallest(moments.OneSite(h));
        }

        foreach ((int h, int k) in Pairs())
        {
            yield return Smallest(moments.TwoSites(h, k));
        }

        if (HasSymmetricBlock)
        {
            yield return Smallest(SymmetricBlock(numbers));
        }
        else if (layout.Width == 0)
        {
            double smallest = double.PositiveInfinity;
            foreach (double population in numbers.AsSpan(OccupationLayout.Guard, layout.Plane))
            {
                smallest = Math.Min(smallest, population);
            }

            yield return smallest;
        }
    }

    private IEnumerable<(int First, int Second)> Pairs() =>
        from h in Enumerable.Range(0, Blocks)
        from k in Enumerable.Range(h, Blocks - h)
        where h != k || layout.Order.Sites[h] > 1
        select (h, k);

    // As a real symmetric matrix of twice the size, in which every eigenvalue occurs twice.
    private static double Smallest(Complex[,] matrix)
    {
        int size = matrix.GetLength(0);
        bool isReal = matrix.Cast<Complex>().All(each => each.Imaginary == 0);
        int rows = isReal ? size : 2 * size;
        double[] real = new double[rows * rows];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                Complex element = matrix[row % size, column % size];
                real[(row * rows) + column] = row < size == column < size ? element.Real : element.Imaginary;
            }
        }

        return SymmetricEigenvalues.Smallest(real, rows);
    }

    private Complex[,] SymmetricBlock(double[] numbers)
    {
        OccupationOrder order = layout.Order;
        var block = new Complex[order.Counts.Length, order.Counts.Length];
        double[] logs = [.. weights.Factorials.Select(Log)];
        double[] words = [.. weights.Words.Select(Log)];
        double all = order.Sites.Sum(sites => logs[sites]);
        for (int cell = 0; cell < layout.Cells; cell++)
        {
            OccupationShape shape = layout.Shapes[layout.ShapeOf[cell]];
            double ofCell = all;
            foreach (ushort each in layout.OccupationsOf(cell))
            {
                ofCell -= logs[each];
            }

            for (int row = 0; row < shape.Rows; row++)
            {
                int index = layout.FirstRows[cell] + row;
                double ofRow = ofCell;
                for (int j = 0; j < order.DiagonalCount - (order.RisingBin < 0 ? 0 : 2); j++)
                {
                    ofRow -= logs[shape.Occupations[(row * order.DiagonalCount) + j]];
                }

                for (int i = 0; i < shape.Lengths[row]; i++)
                {
                    (int k, int l) = (rowCounts[index] + i, columnCounts[index] + i);
                    double run = order.RisingBin < 0 ? 0 : logs[i] + logs[shape.Lengths[row] - 1 - i];
                    int at = OccupationLayout.Guard + layout.Offsets[cell] + shape.Starts[row] + i;
                    var t = new Complex(numbers[at], layout.IsComplex ? numbers[at + layout.Plane] : 0);
                    Complex value = t * Math.Exp(ofRow - run - words[k] - words[l]);
                    block[k, l] += value;
                    block[l, k] += layout.IsOwnMirror[cell] ? 0 : Complex.Conjugate(value);
                }
            }
        }

        return block;
    }

    private static double Log(ScaledNumber number) => Math.Log(number.Mantissa) + (number.Exponent * Math.Log(2));
}
