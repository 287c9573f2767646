namespace FiniteNCheck.Numerics;

/// <summary>
/// Computes the smallest eigenvalue of a real symmetric matrix without eigenvectors: reduction to tridiagonal form by Householder
/// reflections, then bisection on the Sturm count (Wilkinson 1965, chapter 5). MathNet's decomposition always forms the
/// eigenvectors, at many times the cost.
/// </summary>
public static class SymmetricEigenvalues
{
    // Relative to elements of order one. Dropping a smaller norm moves no eigenvalue by more, and the square of a larger one does
    // not underflow.
    private const double Vanishing = 1e-100;

    /// <summary>The smallest eigenvalue, accurate to a few rounding units of the largest element times the dimension.</summary>
    /// <param name="matrix">The matrix by rows. Only the lower triangle is used. Overwritten.</param>
    /// <param name="dimension">The number of rows, at least 1.</param>
    /// <exception cref="ArgumentException">The array is not square or holds numbers that are not finite.</exception>
    public static double Smallest(double[] matrix, int dimension)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimension);
        if (matrix.Length != (long)dimension * dimension)
        {
            throw new ArgumentException(
                $"The array has {matrix.Length} elements: a square matrix of {dimension} rows has {(long)dimension * dimension}.",
                nameof(matrix));
        }

        double scale = 0;
        foreach (double element in matrix)
        {
            scale = Math.Max(scale, Math.Abs(element));
        }

        if (!double.IsFinite(scale))
        {
            throw new ArgumentException("The matrix holds numbers that are not finite.", nameof(matrix));
        }

        if (scale == 0)
        {
            return 0;
        }

        // Scale the elements to order one, so that squares neither overflow nor underflow.
        for (int i = 0; i < matrix.Length; i++)
        {
            matrix[i] /= scale;
        }

        double[] beside = new double[dimension];
        double[] diagonal = Tridiagonalise(matrix, dimension, beside);
        return scale * Bisect(diagonal, beside);
    }

    /// <summary>
    /// Works from the last row up. The reflection <c>1 - v v^T/h</c> reduces the part of the row before the diagonal to one
    /// element. It turns the leading block into <c>A - v q^T - q v^T</c> with <c>q = p - (v.p/2h) v</c>, <c>p = A v/h</c>.
    /// </summary>
    private static double[] Tridiagonalise(double[] a, int dimension, double[] beside)
    {
        double[] diagonal = new double[dimension];
        double[] p = new double[dimension];
        for (int i = dimension - 1; i > 0; i--)
        {
            diagonal[i] = a[(i * dimension) + i];
            Span<double> v = a.AsSpan(i * dimension, i);
            double norm = Math.Sqrt(LinearCombination.Dot(v, v));
            if (norm < Vanishing)
            {
                continue;
            }

            double last = v[i - 1];
            beside[i] = last > 0 ? -norm : norm;
            double h = (norm * norm) - (last * beside[i]);
            v[i - 1] = last - beside[i];

            Span<double> product = p.AsSpan(0, i);
            MultiplySymmetric(a, dimension, v, product);
            foreach (ref double element in product)
            {
                element /= h;
            }

            LinearCombination.AddScaled(product, -LinearCombination.Dot(v, product) / (2 * h), v);
            for (int row = 0; row < i; row++)
            {
                Span<double> target = a.AsSpan(row * dimension, row + 1);
                LinearCombination.AddScaled(target, -v[row], product);
                LinearCombination.AddScaled(target, -product[row], v);
            }
        }

        diagonal[0] = a[0];
        return diagonal;
    }

    // A v from the triangle of rows: row r gives its part of (A v)_r and, as a column, its part of the elements before r.
    private static void MultiplySymmetric(double[] a, int dimension, ReadOnlySpan<double> v, Span<double> product)
    {
        product.Clear();
        for (int row = 0; row < v.Length; row++)
        {
            ReadOnlySpan<double> before = a.AsSpan(row * dimension, row);
            product[row] += LinearCombination.Dot(before, v) + (a[(row * dimension) + row] * v[row]);
            LinearCombination.AddScaled(product[..row], v[row], before);
        }
    }

    private static double Bisect(double[] diagonal, double[] beside)
    {
        double low = double.PositiveInfinity;
        double high = double.PositiveInfinity;
        for (int i = 0; i < diagonal.Length; i++)
        {
            // A lower bound by Gershgorin. A diagonal element is a Rayleigh quotient, hence an upper bound.
            double radius = Math.Abs(beside[i]) + (i + 1 < beside.Length ? Math.Abs(beside[i + 1]) : 0);
            low = Math.Min(low, diagonal[i] - radius);
            high = Math.Min(high, diagonal[i]);
        }

        while (true)
        {
            double middle = (low + high) / 2;
            if (middle <= low || middle >= high)
            {
                return high;
            }

            if (HasEigenvalueBelow(middle, diagonal, beside))
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }
    }

    // The pivots of T - x are all positive if and only if no eigenvalue lies below x.
    private static bool HasEigenvalueBelow(double x, double[] diagonal, double[] beside)
    {
        double pivot = diagonal[0] - x;
        for (int i = 1; i < diagonal.Length && pivot > 0; i++)
        {
            pivot = diagonal[i] - x - (beside[i] * beside[i] / pivot);
        }

        return pivot <= 0;
    }
}
