using System.Numerics;

namespace FiniteNCheck.Numerics;

/// <summary>A lower bound of the smallest eigenvalue of a real symmetric band matrix, from Cholesky factorisations of shifted copies.</summary>
public static class BandCholesky
{
    private const double FirstShift = 1e-17;
    private const double Factor = 4;

    /// <summary>
    /// A number that no eigenvalue lies below: the negative of the smallest shift <c>s = 1e-17 |A| 4^k</c> for which <c>A + s</c> has a Cholesky factor.
    /// It is within a factor of four of the truth or of the rounding of the factorisation.
    /// </summary>
    /// <param name="band">Row after row the elements from <c>bandwidth</c> columns before the diagonal up to it; not changed.</param>
    /// <param name="dimension">The number of rows.</param>
    /// <param name="bandwidth">The number of columns held before the diagonal.</param>
    /// <exception cref="ArgumentException">The array does not fit the dimension, or holds numbers that are not finite.</exception>
    public static double LowerBound(double[] band, int dimension, int bandwidth)
    {
        ArgumentNullException.ThrowIfNull(band);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimension);
        ArgumentOutOfRangeException.ThrowIfNegative(bandwidth);
        if (band.Length != (long)dimension * (bandwidth + 1))
        {
            throw new ArgumentException($"The array has {band.Length} elements: {dimension} rows with {bandwidth} columns before the diagonal have {(long)dimension * (bandwidth + 1)}.", nameof(band));
        }

        double scale = 0;
        foreach (double element in band)
        {
            scale = double.IsNaN(element) ? double.NaN : Math.Max(scale, Math.Abs(element));
        }

        if (!double.IsFinite(scale))
        {
            throw new ArgumentException("The matrix holds numbers that are not finite.", nameof(band));
        }

        double[] factor = new double[band.Length];
        for (double shift = FirstShift; scale > 0; shift *= Factor)
        {
            Array.Copy(band, factor, band.Length);
            if (Factorise(factor, dimension, bandwidth, shift * scale))
            {
                return -shift * scale;
            }
        }

        return 0;
    }

    private static bool Factorise(double[] a, int dimension, int bandwidth, double shift)
    {
        int width = bandwidth + 1;
        for (int row = 0; row < dimension; row++)
        {
            Span<double> own = a.AsSpan(row * width, width);
            int first = Math.Max(0, row - bandwidth);
            for (int column = first; column <= row; column++)
            {
                // Columns that both rows hold, from the later of their first ones.
                int from = Math.Max(first, column - bandwidth);
                double sum = Dot(
                    own.Slice(from - row + bandwidth, column - from),
                    a.AsSpan((column * width) + from - column + bandwidth, column - from));
                int at = column - row + bandwidth;
                if (column < row)
                {
                    own[at] = (own[at] - sum) / a[(column * width) + bandwidth];
                    continue;
                }

                double pivot = own[at] + shift - sum;
                if (!(pivot > 0))
                {
                    return false;
                }

                own[at] = Math.Sqrt(pivot);
            }
        }

        return true;
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        Vector<double> sum = Vector<double>.Zero;
        int i = 0;
        for (; i <= x.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            sum = Vector.FusedMultiplyAdd(new Vector<double>(x[i..]), new Vector<double>(y[i..]), sum);
        }

        double total = Vector.Sum(sum);
        for (; i < x.Length; i++)
        {
            total += x[i] * y[i];
        }

        return total;
    }
}
