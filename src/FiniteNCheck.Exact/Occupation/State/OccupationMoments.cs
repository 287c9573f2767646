using System.Numerics;
using FiniteNCheck.Exact.Occupation.Basis;
using FiniteNCheck.Exact.Occupation.Levels;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Exact.Occupation.State;

/// <summary>
/// The factorial moments <c>f1[ab] = sum n_ab p(n)</c> and <c>f2[ab,cd] = sum n_ab (n_cd - delta) p(n)</c> of a state, summed over the n
/// whose remaining sites are diagonal: N times the reduced matrix of one site, and the number of ordered pairs times that of two.
/// </summary>
internal sealed class OccupationMoments
{
    private readonly LevelSystem system;
    private readonly Complex[] first;
    private readonly Complex[,] second;

    private OccupationMoments(LevelSystem system)
    {
        this.system = system;
        first = new Complex[system.Bins.Count];
        second = new Complex[system.Bins.Count, system.Bins.Count];
    }

    /// <summary>The trace.</summary>
    public double Trace { get; private set; }

    /// <summary>The largest imaginary part, doubled, of a number that hermiticity makes real.</summary>
    public double Hermiticity { get; private set; }

    /// <summary>Measures a state.</summary>
    /// <param name="system">The system.</param>
    /// <param name="layout">The layout.</param>
    /// <param name="numbers">The state.</param>
    public static OccupationMoments Measure(LevelSystem system, OccupationLayout layout, double[] numbers)
    {
        var moments = new OccupationMoments(system);
        for (int cell = 0; cell < layout.Cells; cell++)
        {
            int off = 0;
            foreach (ushort each in layout.OccupationsOf(cell))
            {
                off += each;
            }

            if (layout.IsComplex && layout.IsOwnMirror[cell])
            {
                moments.CheckReal(layout, numbers, cell);
            }

            if (off <= 2)
            {
                moments.AddCell(layout, numbers, cell, isMirrored: false);
                if (!layout.IsOwnMirror[cell])
                {
                    moments.AddCell(layout, numbers, cell, isMirrored: true);
                }
            }
        }

        return moments;
    }

    /// <summary>The averages of the observables, block by block.</summary>
    public double[] Mean() =>
    [
        .. system.Observables.SelectMany((operators, h) => operators.Select(v => Expectation(h, v).Real / system.Sites[h])),
    ];

    /// <summary>The covariance of the observables.</summary>
    public double[,] Covariance()
    {
        (int Block, LocalOperator Operator)[] all =
            [.. system.Observables.SelectMany((operators, h) => operators.Select(v => (h, v)))];
        double[] sums = [.. all.Select(each => Expectation(each.Block, each.Operator).Real)];
        double[,] covariance = new double[all.Length, all.Length];
        for (int a = 0; a < all.Length; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                (int h, LocalOperator v) = all[a];
                (int k, LocalOperator u) = all[b];
                Complex product = Product(h, v, k, u);
                if (h == k)
                {
                    product += Expectation(h, (Complex)0.5 * ((v * u) + (u * v)));
                }

                double scale = Math.Sqrt((double)system.Sites[h] * system.Sites[k]);
                covariance[a, b] = covariance[b, a] = (product.Real - (sums[a] * sums[b])) / scale;
            }
        }

        return covariance;
    }

    /// <summary>The reduced density matrix of one site.</summary>
    /// <param name="block">The block of the site.</param>
    public Complex[,] OneSite(int block)
    {
        int d = system.Bins.Dimensions[block];
        var reduced = new Complex[d, d];
        for (int a = 0; a < d; a++)
        {
            for (int b = 0; b < d; b++)
            {
                reduced[a, b] = first[system.Bins.Index(block, a, b)] / system.Sites[block];
            }
        }

        return reduced;
    }

    /// <summary>The reduced density matrix of two different sites.</summary>
    /// <param name="block">The block of the first site.</param>
    /// <param name="other">The block of the second site; where it is the same, it has two sites at least.</param>
    public Complex[,] TwoSites(int block, int other)
    {
        (int d, int e) = (system.Bins.Dimensions[block], system.Bins.Dimensions[other]);
        double pairs = (double)system.Sites[block] * (system.Sites[other] - (block == other ? 1 : 0));
        var reduced = new Complex[d * e, d * e];
        for (int row = 0; row < d * e; row++)
        {
            for (int column = 0; column < d * e; column++)
            {
                int bin = system.Bins.Index(block, row / e, column / e);
                int otherBin = system.Bins.Index(other, row % e, column % e);
                reduced[row, column] = second[bin, otherBin] / pairs;
            }
        }

        return reduced;
    }

    private Complex Expectation(int block, LocalOperator v)
    {
        Complex sum = 0;
        for (int a = 0; a < v.Dimension; a++)
        {
            for (int b = 0; b < v.Dimension; b++)
            {
                sum += v[b, a] * first[system.Bins.Index(block, a, b)];
            }
        }

        return sum;
    }

    private Complex Product(int h, LocalOperator v, int k, LocalOperator u)
    {
        Complex sum = 0;
        for (int ab = 0; ab < v.Dimension * v.Dimension; ab++)
        {
            (int a, int b) = (ab / v.Dimension, ab % v.Dimension);
            for (int cd = 0; v[b, a] != 0 && cd < u.Dimension * u.Dimension; cd++)
            {
                (int c, int d) = (cd / u.Dimension, cd % u.Dimension);
                sum += v[b, a] * u[d, c] * second[system.Bins.Index(h, a, b), system.Bins.Index(k, c, d)];
            }
        }

        return sum;
    }

    private void CheckReal(OccupationLayout layout, double[] numbers, int cell)
    {
        int at = OccupationLayout.Guard + layout.Plane + layout.Offsets[cell];
        foreach (double value in numbers.AsSpan(at, layout.Shapes[layout.ShapeOf[cell]].Size))
        {
            Hermiticity = Math.Max(Hermiticity, 2 * Math.Abs(value));
        }
    }

    private void AddCell(OccupationLayout layout, double[] numbers, int cell, bool isMirrored)
    {
        OccupationOrder order = layout.Order;
        OccupationShape shape = layout.Shapes[layout.ShapeOf[cell]];
        int[] n = new int[system.Bins.Count];
        ReadOnlySpan<ushort> off = layout.OccupationsOf(cell);
        List<int> coherent = [];
        for (int j = 0; j < off.Length; j++)
        {
            int bin = order.OffDiagonalBins[j];
            n[isMirrored ? system.Bins.All[bin].Mirror : bin] = off[j];
            coherent.AddRange(Enumerable.Repeat(isMirrored ? system.Bins.All[bin].Mirror : bin, off[j]));
        }

        int[] diagonal = [.. order.Blocks.SelectMany(h => order.DiagonalBins[h])];
        for (int row = 0; row < shape.Rows; row++)
        {
            for (int i = 0; i < shape.Lengths[row]; i++)
            {
                for (int j = 0; j < diagonal.Length; j++)
                {
                    n[diagonal[j]] = shape.Occupations[(row * diagonal.Length) + j]
                        + (diagonal[j] == order.RisingBin ? i : diagonal[j] == order.FallingBin ? -i : 0);
                }

                int at = OccupationLayout.Guard + layout.Offsets[cell] + shape.Starts[row] + i;
                double imaginary = layout.IsComplex ? numbers[at + layout.Plane] : 0;
                Add(n, coherent, diagonal, new Complex(numbers[at], isMirrored ? -imaginary : imaginary) * Multiplicity(n));
            }
        }
    }

    // M(n)/sqrt(D_k D_l), exact up to a few roundings where almost all sites are diagonal.
    private double Multiplicity(int[] n)
    {
        double squared = 1;
        foreach (Bin bin in system.Bins.All)
        {
            if (!bin.IsDiagonal)
            {
                int here = n[system.Bins.Index(bin.Block, bin.Row, bin.Column)];
                squared /= here == 2 ? 4 : 1;
            }
            else
            {
                // The counts of its row and of its column, over the factorial of the bin itself.
                int own = n[system.Bins.Index(bin.Block, bin.Row, bin.Row)];
                (int row, int column) = (own, own);
                for (int other = 0; other < system.Bins.Dimensions[bin.Block]; other++)
                {
                    if (other != bin.Row)
                    {
                        row += n[system.Bins.Index(bin.Block, bin.Row, other)];
                        column += n[system.Bins.Index(bin.Block, other, bin.Row)];
                    }
                }

                for (int k = own + 1; k <= row; k++)
                {
                    squared *= k;
                }

                for (int l = own + 1; l <= column; l++)
                {
                    squared *= l;
                }
            }
        }

        return Math.Sqrt(squared);
    }

    private void Add(int[] n, List<int> coherent, int[] diagonal, Complex p)
    {
        switch (coherent.Count)
        {
            case 0:
                Trace += p.Real;
                foreach (int bin in diagonal)
                {
                    first[bin] += n[bin] * p;
                    foreach (int other in diagonal)
                    {
                        second[bin, other] += (double)n[bin] * (n[other] - (bin == other ? 1 : 0)) * p;
                    }
                }

                break;
            case 1:
                first[coherent[0]] += p;
                foreach (int bin in diagonal)
                {
                    second[coherent[0], bin] += n[bin] * p;
                    second[bin, coherent[0]] += n[bin] * p;
                }

                break;
            default:
                second[coherent[0], coherent[1]] += coherent[0] == coherent[1] ? 2 * p : p;
                if (coherent[0] != coherent[1])
                {
                    second[coherent[1], coherent[0]] += p;
                }

                break;
        }
    }
}
