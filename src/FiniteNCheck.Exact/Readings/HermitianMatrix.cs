using System.Numerics;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Readings;

/// <summary>A Hermitian matrix, put together element by element to find its eigenvalues.</summary>
/// <param name="dimension">The number of rows.</param>
/// <param name="isComplex">Whether elements have imaginary parts.</param>
internal sealed class HermitianMatrix(int dimension, bool isComplex)
{
    private const double Epsilon = 2.220446049250313e-16;

    private readonly double[] re = new double[checked(dimension * dimension)];
    private readonly double[] im = new double[isComplex ? checked(dimension * dimension) : 0];

    private int Width => isComplex ? 2 : 1;

    /// <summary>Adds an element and, off the diagonal, its mirror image.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    /// <param name="value">The element; its imaginary part is ignored on the diagonal.</param>
    public void Add(int row, int column, Complex value)
    {
        int at = (row * dimension) + column;
        int mirror = (column * dimension) + row;
        re[at] += value.Real;
        if (at != mirror)
        {
            re[mirror] += value.Real;
        }

        if (isComplex && at != mirror)
        {
            im[at] += value.Imaginary;
            im[mirror] -= value.Imaginary;
        }
    }

    /// <summary>Finds the eigenvalues, smallest first, but for the zeros that rows of zeros contribute.</summary>
    /// <returns>
    /// The eigenvalues, and a bound of the rounding of all of them together: the reduction to tridiagonal form changes the matrix by
    /// rounding, in Frobenius norm by no more than the number of rows times the unit, in trace norm by the root of that number more.
    /// </returns>
    public (double[] Values, double Rounding) Eigenvalues()
    {
        int[] used = [.. Enumerable.Range(0, dimension).Where(IsUsed)];
        int size = used.Length * Width;
        if (size == 0)
        {
            return ([], 0);
        }

        // A + iB has the eigenvalues of the symmetric matrix of 2x2 blocks ((a, -b), (b, a)), which has each of them twice.
        double[] matrix = new double[checked(size * size)];
        for (int i = 0; i < used.Length; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                int from = (used[i] * dimension) + used[j];
                int to = (i * Width * size) + (j * Width);
                matrix[to] = re[from];
                if (isComplex)
                {
                    matrix[to + 1] = -im[from];
                    matrix[to + size] = im[from];
                    matrix[to + size + 1] = re[from];
                }
            }
        }

        double[] values = SymmetricEigenvalues.All(matrix, size);
        double rounding = Math.Pow(size, 1.5) * Epsilon * Math.Sqrt(values.Sum(value => value * value));
        return (isComplex ? [.. values.Where((_, index) => index % 2 == 0)] : values, rounding);
    }

    private bool IsUsed(int row)
    {
        Span<double> imaginary = isComplex ? im.AsSpan(row * dimension, dimension) : default;
        return re.AsSpan(row * dimension, dimension).ContainsAnyExcept(0) || imaginary.ContainsAnyExcept(0);
    }
}
