namespace FiniteNCheck.Numerics;

/// <summary>Bounds the smallest eigenvalue of a real symmetric band matrix by Cholesky factorisation of shifted copies.</summary>
public static class BandCholesky
{
    private const double FirstShift = 1e-17;
    private const double Factor = 4;
    private const double Epsilon = 2.220446049250313e-16;

    /// <summary>
    /// A lower bound of all eigenvalues: <c>-s</c>, less rounding, for the smallest shift <c>s = s_0 4^k</c> for which <c>A + s</c> has a
    /// Cholesky factor. The first is a quarter of the resolution or <c>1e-17 max|A_ij|</c>, whichever is larger. The bound is tight up to a
    /// factor of four, or limited by the resolution or the rounding errors of the factorisation.
    /// </summary>
    /// <param name="band">Each row with the elements from <c>bandwidth</c> columns before the diagonal up to it; not changed.</param>
    /// <param name="bandwidth">The number of subdiagonals.</param>
    /// <param name="resolution">The bound need not be tighter than this; 0 or positive.</param>
    /// <exception cref="ArgumentException">
    /// There are no rows, one does not have <c>bandwidth + 1</c> elements, or an element is not finite.
    /// </exception>
    public static double LowerBound(double[][] band, int bandwidth, double resolution = 0)
    {
        ArgumentNullException.ThrowIfNull(band);
        ArgumentOutOfRangeException.ThrowIfNegative(bandwidth);
        ArgumentOutOfRangeException.ThrowIfNegative(resolution);
        ArgumentOutOfRangeException.ThrowIfZero(band.Length, nameof(band));
        double scale = 0;
        double trace = 0;
        for (int row = 0; row < band.Length; row++)
        {
            if (band[row].Length != bandwidth + 1)
            {
                throw new ArgumentException(
                    $"Row {row} has {band[row].Length} elements: with {bandwidth} columns before the diagonal it has {bandwidth + 1}.",
                    nameof(band));
            }

            trace += Math.Abs(band[row][bandwidth]);
            foreach (double element in band[row])
            {
                scale = double.IsNaN(element) ? double.NaN : Math.Max(scale, Math.Abs(element));
            }
        }

        if (!double.IsFinite(scale))
        {
            throw new ArgumentException("The matrix holds numbers that are not finite.", nameof(band));
        }

        if (scale == 0)
        {
            return 0;
        }

        double[][] factor = [.. band.Select(_ => new double[bandwidth + 1])];
        for (double shift = Math.Max(resolution / Factor, FirstShift * scale); ; shift *= Factor)
        {
            for (int row = 0; row < band.Length; row++)
            {
                band[row].CopyTo(factor[row], 0);
            }

            if (Factorise(factor, bandwidth, shift))
            {
                return -shift - Rounding(band.Length, bandwidth, scale, trace, shift);
            }
        }
    }

    // The factor is that of a matrix off by E, with |E_ij| at most (b + 2) epsilon/2 |l_i| |l_j| to first order (Higham 2002, theorem 10.3)
    // and |l_i|^2 = A_ii + s likewise. Twice that covers the higher orders. The norm of E is at most its sum along a row, and at most the
    // trace of these bounds.
    private static double Rounding(int rows, int bandwidth, double scale, double trace, double shift) =>
        (bandwidth + 2.0) * Epsilon * Math.Min(((2.0 * bandwidth) + 1) * (scale + shift), trace + (rows * shift));

    private static bool Factorise(double[][] a, int bandwidth, double shift)
    {
        for (int row = 0; row < a.Length; row++)
        {
            double[] own = a[row];
            int first = Math.Max(0, row - bandwidth);
            for (int column = first; column <= row; column++)
            {
                // The columns stored in both rows begin at the later of the two first columns.
                int from = Math.Max(first, column - bandwidth);
                double sum = LinearCombination.Dot(
                    own.AsSpan(from - row + bandwidth, column - from),
                    a[column].AsSpan(from - column + bandwidth, column - from));
                int at = column - row + bandwidth;
                if (column < row)
                {
                    own[at] = (own[at] - sum) / a[column][bandwidth];
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
}
