using System.Numerics;

namespace FiniteNCheck.Numerics;

/// <summary>Bounds the smallest eigenvalue of a real symmetric band matrix by Cholesky factorisation of shifted copies.</summary>
public static class BandCholesky
{
    private const double FirstShift = 1e-17;
    private const double Factor = 4;

    /// <summary>
    /// A lower bound of all eigenvalues: <c>-s</c> for the smallest shift <c>s = 1e-17 |A| 4^k</c> for which <c>A + s</c> has a Cholesky
    /// factor. It is tight up to a factor of four, or limited by the rounding errors of the factorisation.
    /// </summary>
    /// <param name="band">For each row the elements from <c>bandwidth</c> columns before the diagonal up to it; not changed.</param>
    /// <param name="dimension">The number of rows.</param>
    /// <param name="bandwidth">The number of subdiagonals.</param>
    /// <exception cref="ArgumentException">
    /// The array does not have <c>dimension (bandwidth + 1)</c> elements, or one is not finite.
    /// </exception>
    public static double LowerBound(double[] band, int dimension, int bandwidth)
    {
        ArgumentNullException.ThrowIfNull(band);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimension);
        ArgumentOutOfRangeException.ThrowIfNegative(bandwidth);
        if (band.Length != (long)dimension * (bandwidth + 1))
        {
            throw new ArgumentException(
                $"The array has {band.Length} elements: {dimension} rows with {bandwidth} columns before the diagonal have "
                + $"{(long)dimension * (bandwidth + 1)}.",
                nameof(band));
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
                // The columns stored in both rows begin at the later of the two first columns.
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
