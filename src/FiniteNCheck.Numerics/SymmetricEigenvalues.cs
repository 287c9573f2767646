namespace FiniteNCheck.Numerics;

/// <summary>
/// Computes eigenvalues of a real symmetric matrix without eigenvectors: reduction to tridiagonal form by Householder reflections, then
/// for the smallest one bisection on the Sturm count, for all of them the QL algorithm with implicit shifts (Wilkinson 1965, chapters 5
/// and 8). MathNet's decomposition always forms the eigenvectors, at many times the cost.
/// </summary>
public static class SymmetricEigenvalues
{
    // Relative to elements of order one. Dropping a smaller norm moves no eigenvalue by more, and the square of a larger one does
    // not underflow.
    private const double Vanishing = 1e-100;

    private const double Epsilon = 2.220446049250313e-16;

    // Two per eigenvalue are usual.
    private const int MaxSweeps = 100;

    /// <summary>The smallest eigenvalue, accurate to a few rounding units of the largest element times the dimension.</summary>
    /// <param name="matrix">The matrix by rows. Only the lower triangle is used. Overwritten.</param>
    /// <param name="dimension">The number of rows, at least 1.</param>
    /// <exception cref="ArgumentException">The array is not square or holds numbers that are not finite.</exception>
    public static double Smallest(double[] matrix, int dimension)
    {
        double scale = Normalise(matrix, dimension);
        if (scale == 0)
        {
            return 0;
        }

        double[] beside = new double[dimension];
        double[] diagonal = Tridiagonalise(matrix, dimension, beside);
        return scale * Bisect(diagonal, beside);
    }

    /// <summary>All eigenvalues, smallest first, accurate to a few rounding units of the largest element times the dimension.</summary>
    /// <param name="matrix">The matrix by rows. Only the lower triangle is used. Overwritten.</param>
    /// <param name="dimension">The number of rows, at least 1.</param>
    /// <exception cref="ArgumentException">The array is not square or holds numbers that are not finite.</exception>
    /// <exception cref="InvalidOperationException">The iteration did not converge; not known to happen.</exception>
    public static double[] All(double[] matrix, int dimension)
    {
        double scale = Normalise(matrix, dimension);
        if (scale == 0)
        {
            return new double[dimension];
        }

        double[] beside = new double[dimension];
        double[] values = Tridiagonalise(matrix, dimension, beside);
        Diagonalise(values, beside);
        Array.Sort(values);
        for (int i = 0; i < dimension; i++)
        {
            values[i] *= scale;
        }

        return values;
    }

    // Divides by the largest modulus, so that squares neither overflow nor underflow, and returns it.
    private static double Normalise(double[] matrix, int dimension)
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

        for (int i = 0; scale > 0 && i < matrix.Length; i++)
        {
            matrix[i] /= scale;
        }

        return scale;
    }

    // QL with implicit shifts: plane rotations from the end of an unreduced part to its start turn the shift of Wilkinson into a small
    // element there, until none is left beside the diagonal.
    private static void Diagonalise(double[] d, double[] beside)
    {
        double[] e = [.. beside[1..], 0];

        // Relative to the whole matrix: the reduction left rounding of this size beside diagonal elements however small.
        double negligible = Epsilon * d.Zip(e, (x, y) => Math.Abs(x) + Math.Abs(y)).Max();
        for (int first = 0; first < d.Length; first++)
        {
            int last = EndOfPart(e, first, negligible);
            for (int sweep = 0; last > first; sweep++)
            {
                if (sweep == MaxSweeps)
                {
                    throw new InvalidOperationException($"Eigenvalue {first + 1} was not found in {MaxSweeps} sweeps.");
                }

                Sweep(d, e, first, last);
                last = EndOfPart(e, first, negligible);
            }
        }
    }

    private static int EndOfPart(double[] e, int first, double negligible)
    {
        int last = first;
        while (last < e.Length - 1 && Math.Abs(e[last]) > negligible)
        {
            last++;
        }

        return last;
    }

    private static void Sweep(double[] d, double[] e, int first, int last)
    {
        double half = (d[first + 1] - d[first]) / (2 * e[first]);
        double g = d[last] - d[first] + (e[first] / (half + Math.CopySign(double.Hypot(half, 1), half)));
        double sine = 1;
        double cosine = 1;
        double shifted = 0;
        for (int i = last - 1; i >= first; i--)
        {
            double f = sine * e[i];
            double b = cosine * e[i];
            double radius = double.Hypot(f, g);
            e[i + 1] = radius;
            if (radius == 0)
            {
                // The part falls apart here.
                d[i + 1] -= shifted;
                e[last] = 0;
                return;
            }

            sine = f / radius;
            cosine = g / radius;
            g = d[i + 1] - shifted;
            radius = ((d[i] - g) * sine) + (2 * cosine * b);
            shifted = sine * radius;
            d[i + 1] = g + shifted;
            g = (cosine * radius) - b;
        }

        d[first] -= shifted;
        e[first] = g;
        e[last] = 0;
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
