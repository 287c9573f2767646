using System.Numerics;

namespace FiniteNCheck.Numerics;

/// <summary>
/// Bounds the smallest eigenvalue of a Hermitian matrix <c>A</c> from below by a partial Cholesky factorisation. For any columns <c>L</c>
/// the matrix <c>L L+</c> has no negative eigenvalue, so <c>lambda_min(A) >= -|A - L L+|_F</c> by Weyl's inequality. The columns are those
/// of the factorisation that takes the largest diagonal element of the remainder as the next pivot (Higham 2002, section 10.3). A matrix
/// of numerical rank <c>r</c> and size <c>m</c> takes <c>m^2 r</c> operations rather than <c>m^3</c>. Squares below the range of doubles
/// count as zero.
/// </summary>
/// <remarks>
/// The bound is computed from the remainder itself, after the fact: however rounding disturbs the columns, it holds. It is the best over
/// the columns tried and does not depend on the number of threads.
/// </remarks>
public sealed class PivotedCholesky
{
    // Columns subtracted at once, and the rows of the remainder that share them in cache.
    private const int PanelWidth = 32;
    private const int TileHeight = 32;

    // Pivots far below the first of a panel may already be noise. Their columns would amplify it, so the remainder is looked at first.
    private const double PivotDrop = 1.0 / 64;

    // A remainder that has shrunk to so many times the resolution and goes on shrinking slowly consists of noise.
    private const double Noise = 100;

    private const double Epsilon = 2.220446049250313e-16;

    // Rounding in a sum of non-negative numbers, relative to the sum, for any number of rows that fits in memory.
    private const double SumRounding = 1e-9;

    private readonly PackedHermitian remainder;
    private readonly ParallelOptions options;
    private readonly double[] diagonal;
    private readonly double[] rowSquares;
    private readonly bool[] eliminated;
    private readonly double[][] real;
    private readonly double[][] imaginary;
    private double factorSquares;
    private int columns;

    private PivotedCholesky(PackedHermitian matrix, int threads)
    {
        remainder = matrix;
        options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        int size = matrix.Size;
        diagonal = new double[size];
        rowSquares = new double[size];
        eliminated = new bool[size];
        real = Columns(size);
        imaginary = matrix.Imaginary is null ? [] : Columns(size);
    }

    /// <summary>A lower bound of all eigenvalues, not above 0.</summary>
    /// <param name="matrix">The matrix. Overwritten.</param>
    /// <param name="resolution">The bound need not be tighter than this; positive.</param>
    /// <param name="threads">The number of threads; at least 1.</param>
    /// <exception cref="ArgumentException">The matrix holds numbers that are not finite.</exception>
    public static double LowerBound(PackedHermitian matrix, double resolution, int threads)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(resolution);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        var factorisation = new PivotedCholesky(matrix, threads);
        double norm = factorisation.Subtract(0);
        if (!double.IsFinite(norm))
        {
            throw new ArgumentException("The matrix holds numbers that are not finite.", nameof(matrix));
        }

        return -factorisation.SmallestRemainder(norm * (1 + SumRounding), resolution);
    }

    // A bound of the Frobenius norm of the smallest remainder; at first it is the whole matrix.
    private double SmallestRemainder(double whole, double resolution)
    {
        double best = whole;
        double last = whole;
        while (best > resolution)
        {
            int count = FactorisePanel(resolution / remainder.Size);
            if (count == 0)
            {
                break;
            }

            columns += count;
            double norm = (Subtract(count) * (1 + SumRounding)) + Rounding(whole);
            best = Math.Min(best, norm);

            // Diagonal elements of the remainder only decrease: with one below -best no later remainder is smaller.
            if (diagonal.Min() <= -best || (norm <= Noise * resolution && norm > last / 2) || !double.IsFinite(norm))
            {
                break;
            }

            last = norm;
        }

        return best;
    }

    // Each element of the remainder is a sum of 1 + columns products, 1 + 2 columns for complex matrices, and no partial sum exceeds
    // |A_ij| + |L_i| |L_j| by the inequality of Cauchy and Schwarz. An addition is off by half an epsilon of its result. The other half
    // covers that real and imaginary part may both be off by as much, and products of these factors.
    private double Rounding(double whole) =>
        Epsilon * columns * (remainder.Imaginary is null ? 1 : 2) * (whole + (factorSquares * (1 + SumRounding)));

    // Computes the next columns of the factor. Returns their number.
    private int FactorisePanel(double smallestPivot)
    {
        double first = 0;
        for (int count = 0; count < PanelWidth; count++)
        {
            int pivot = LargestOnDiagonal();
            if (pivot < 0 || diagonal[pivot] <= Math.Max(smallestPivot, PivotDrop * first))
            {
                return count;
            }

            first = Math.Max(first, diagonal[pivot]);
            ReadColumn(pivot, count);
            FinishColumn(pivot, count);
        }

        return PanelWidth;
    }

    private int LargestOnDiagonal()
    {
        int largest = -1;
        for (int row = 0; row < diagonal.Length; row++)
        {
            if (!eliminated[row] && (largest < 0 || diagonal[row] > diagonal[largest]))
            {
                largest = row;
            }
        }

        return largest;
    }

    // A column of the remainder before this panel; above the diagonal it is the conjugate of a row.
    private void ReadColumn(int pivot, int count)
    {
        Array.Copy(remainder.Real[pivot], real[count], pivot + 1);
        for (int row = pivot + 1; row < remainder.Size; row++)
        {
            real[count][row] = remainder.Real[row][pivot];
        }

        if (remainder.Imaginary is not { } parts)
        {
            return;
        }

        for (int column = 0; column < pivot; column++)
        {
            imaginary[count][column] = -parts[pivot][column];
        }

        imaginary[count][pivot] = 0;
        for (int row = pivot + 1; row < remainder.Size; row++)
        {
            imaginary[count][row] = parts[row][pivot];
        }
    }

    // Subtracts what the earlier columns of this panel contribute, L_ik conj(L_pk), and divides by the root of the pivot.
    private void FinishColumn(int pivot, int count)
    {
        int size = remainder.Size;
        bool isComplex = remainder.Imaginary is not null;
        Span<double> x = real[count].AsSpan(0, size);
        Span<double> y = isComplex ? imaginary[count].AsSpan(0, size) : [];
        for (int k = 0; k < count; k++)
        {
            LinearCombination.AddScaled(x, -real[k][pivot], real[k]);
            if (isComplex)
            {
                LinearCombination.AddScaled(x, -imaginary[k][pivot], imaginary[k]);
                LinearCombination.AddScaled(y, -real[k][pivot], imaginary[k]);
                LinearCombination.AddScaled(y, imaginary[k][pivot], real[k]);
            }
        }

        double root = Math.Sqrt(diagonal[pivot]);
        eliminated[pivot] = true;
        for (int row = 0; row < size; row++)
        {
            // Rows eliminated before have nothing left but rounding.
            bool keeps = !eliminated[row];
            x[row] = row == pivot ? root : keeps ? x[row] / root : 0;
            double square = x[row] * x[row];
            if (isComplex)
            {
                y[row] = keeps ? y[row] / root : 0;
                square += y[row] * y[row];
            }

            diagonal[row] -= square;
            factorSquares += square;
        }
    }

    // Subtracts the product of a number of columns from the remainder. Returns the Frobenius norm of what is left.
    private double Subtract(int count)
    {
        int tiles = (remainder.Size + TileHeight - 1) / TileHeight;
        Parallel.For(0, tiles, options, tile => SubtractTile(tile * TileHeight, count));
        return Math.Sqrt(rowSquares.Sum());
    }

    private void SubtractTile(int firstRow, int count)
    {
        int end = Math.Min(firstRow + TileHeight, remainder.Size);
        for (int column = 0; column < end && count > 0; column += PackedHermitian.BlockWidth)
        {
            for (int row = Math.Max(firstRow, column); row < end; row++)
            {
                if (remainder.Imaginary is null)
                {
                    SubtractReal(row, column, count);
                }
                else
                {
                    SubtractComplex(row, column, count);
                }
            }
        }

        for (int row = firstRow; row < end; row++)
        {
            double[] own = remainder.Real[row];
            double squares = LinearCombination.Dot(own.AsSpan(0, row), own.AsSpan(0, row));
            if (remainder.Imaginary is { } parts)
            {
                squares += LinearCombination.Dot(parts[row].AsSpan(0, row), parts[row].AsSpan(0, row));
            }

            // Elements before the diagonal stand for their mirror images too.
            diagonal[row] = own[row];
            rowSquares[row] = (2 * squares) + (own[row] * own[row]);
        }
    }

    // One block of one row: X_ij -= sum_k P_ik P_jk, with X the remainder and P the columns.
    private void SubtractReal(int row, int column, int count)
    {
        int width = Vector<double>.Count;
        ref double x = ref remainder.Real[row][column];
        Vector<double> x0 = Vector.LoadUnsafe(ref x);
        Vector<double> x1 = Vector.LoadUnsafe(ref x, (nuint)width);
        Vector<double> x2 = Vector.LoadUnsafe(ref x, (nuint)(2 * width));
        Vector<double> x3 = Vector.LoadUnsafe(ref x, (nuint)(3 * width));
        for (int k = 0; k < count; k++)
        {
            double[] columnOfFactor = real[k];
            Vector<double> minusP = new(-columnOfFactor[row]);
            ref double p = ref columnOfFactor[column];
            x0 = Vector.FusedMultiplyAdd(minusP, Vector.LoadUnsafe(ref p), x0);
            x1 = Vector.FusedMultiplyAdd(minusP, Vector.LoadUnsafe(ref p, (nuint)width), x1);
            x2 = Vector.FusedMultiplyAdd(minusP, Vector.LoadUnsafe(ref p, (nuint)(2 * width)), x2);
            x3 = Vector.FusedMultiplyAdd(minusP, Vector.LoadUnsafe(ref p, (nuint)(3 * width)), x3);
        }

        x0.StoreUnsafe(ref x);
        x1.StoreUnsafe(ref x, (nuint)width);
        x2.StoreUnsafe(ref x, (nuint)(2 * width));
        x3.StoreUnsafe(ref x, (nuint)(3 * width));
    }

    // The same for X + iY and P + iQ: X_ij -= sum_k P_ik P_jk + Q_ik Q_jk, Y_ij -= sum_k Q_ik P_jk - P_ik Q_jk.
    private void SubtractComplex(int row, int column, int count)
    {
        int width = Vector<double>.Count;
        ref double x = ref remainder.Real[row][column];
        ref double y = ref remainder.Imaginary![row][column];
        Vector<double> x0 = Vector.LoadUnsafe(ref x);
        Vector<double> x1 = Vector.LoadUnsafe(ref x, (nuint)width);
        Vector<double> x2 = Vector.LoadUnsafe(ref x, (nuint)(2 * width));
        Vector<double> x3 = Vector.LoadUnsafe(ref x, (nuint)(3 * width));
        Vector<double> y0 = Vector.LoadUnsafe(ref y);
        Vector<double> y1 = Vector.LoadUnsafe(ref y, (nuint)width);
        Vector<double> y2 = Vector.LoadUnsafe(ref y, (nuint)(2 * width));
        Vector<double> y3 = Vector.LoadUnsafe(ref y, (nuint)(3 * width));
        for (int k = 0; k < count; k++)
        {
            ref double p = ref real[k][column];
            ref double q = ref imaginary[k][column];
            Vector<double> ownP = new(real[k][row]);
            Vector<double> minusP = -ownP;
            Vector<double> minusQ = new(-imaginary[k][row]);
            Add(ref x0, ref y0, Vector.LoadUnsafe(ref p), Vector.LoadUnsafe(ref q), ownP, minusP, minusQ);
            nuint at = (nuint)width;
            Add(ref x1, ref y1, Vector.LoadUnsafe(ref p, at), Vector.LoadUnsafe(ref q, at), ownP, minusP, minusQ);
            at += (nuint)width;
            Add(ref x2, ref y2, Vector.LoadUnsafe(ref p, at), Vector.LoadUnsafe(ref q, at), ownP, minusP, minusQ);
            at += (nuint)width;
            Add(ref x3, ref y3, Vector.LoadUnsafe(ref p, at), Vector.LoadUnsafe(ref q, at), ownP, minusP, minusQ);
        }

        x0.StoreUnsafe(ref x);
        x1.StoreUnsafe(ref x, (nuint)width);
        x2.StoreUnsafe(ref x, (nuint)(2 * width));
        x3.StoreUnsafe(ref x, (nuint)(3 * width));
        y0.StoreUnsafe(ref y);
        y1.StoreUnsafe(ref y, (nuint)width);
        y2.StoreUnsafe(ref y, (nuint)(2 * width));
        y3.StoreUnsafe(ref y, (nuint)(3 * width));
    }

    private static void Add(
        ref Vector<double> x,
        ref Vector<double> y,
        Vector<double> p,
        Vector<double> q,
        Vector<double> ownP,
        Vector<double> minusP,
        Vector<double> minusQ)
    {
        x = Vector.FusedMultiplyAdd(minusQ, q, Vector.FusedMultiplyAdd(minusP, p, x));
        y = Vector.FusedMultiplyAdd(ownP, q, Vector.FusedMultiplyAdd(minusQ, p, y));
    }

    private static double[][] Columns(int size)
    {
        double[][] panel = new double[PanelWidth][];
        for (int k = 0; k < PanelWidth; k++)
        {
            panel[k] = new double[PackedHermitian.Padded(size)];
        }

        return panel;
    }
}
