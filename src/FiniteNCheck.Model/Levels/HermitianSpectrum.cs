using System.Collections.Immutable;

namespace FiniteNCheck.Model.Levels;

/// <summary>
/// The eigenvalues of a Hermitian matrix of a few rows, by Jacobi's rotations of the real symmetric matrix <c>[[Re, -Im], [Im, Re]]</c>,
/// which has each of them twice.
/// </summary>
internal static class HermitianSpectrum
{
    // Quadratic convergence: a handful of sweeps suffices for a few rows.
    private const int MaxSweeps = 60;

    /// <summary>The eigenvalues, increasing, each twice.</summary>
    /// <param name="matrix">The Hermitian matrix, its elements finite.</param>
    public static ImmutableArray<double> Of(LocalOperator matrix)
    {
        int d = matrix.Dimension;
        double[,] a = new double[2 * d, 2 * d];
        for (int row = 0; row < d; row++)
        {
            for (int column = 0; column < d; column++)
            {
                a[row, column] = a[d + row, d + column] = matrix[row, column].Real;
                a[d + row, column] = matrix[row, column].Imaginary;
                a[row, d + column] = -matrix[row, column].Imaginary;
            }
        }

        for (int sweep = 0; sweep < MaxSweeps && Sweep(a); sweep++)
        {
        }

        return [.. Enumerable.Range(0, 2 * d).Select(i => a[i, i]).Order()];
    }

    private static bool Sweep(double[,] a)
    {
        bool moved = false;
        for (int p = 0; p < a.GetLength(0); p++)
        {
            for (int q = p + 1; q < a.GetLength(0); q++)
            {
                if (Math.Abs(a[p, q]) > 1e-17 * (Math.Abs(a[p, p]) + Math.Abs(a[q, q])))
                {
                    Rotate(a, p, q);
                    moved = true;
                }
            }
        }

        return moved;
    }

    private static void Rotate(double[,] a, int p, int q)
    {
        double theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        double t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        double c = 1 / Math.Sqrt((t * t) + 1);
        double s = t * c;
        for (int k = 0; k < a.GetLength(0); k++)
        {
            (a[k, p], a[k, q]) = ((c * a[k, p]) - (s * a[k, q]), (s * a[k, p]) + (c * a[k, q]));
        }

        for (int k = 0; k < a.GetLength(0); k++)
        {
            (a[p, k], a[q, k]) = ((c * a[p, k]) - (s * a[q, k]), (s * a[p, k]) + (c * a[q, k]));
        }

        a[p, q] = a[q, p] = 0;
    }
}
