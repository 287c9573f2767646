using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.State;

/// <summary>Trace, Hermiticity and smallest eigenvalues of a state.</summary>
internal static class StateChecks
{
    /// <summary>Checks a state.</summary>
    /// <param name="layout">The layout of the state.</param>
    /// <param name="state">The state.</param>
    /// <param name="integrationError">The accumulated local error so far.</param>
    /// <param name="threads">The number of threads.</param>
    public static ExactChecks Of(StateLayout layout, double[] state, double integrationError, int threads)
    {
        double trace = 0;
        double hermiticity = 0;
        foreach (Sector sector in layout.Graph.Vertices)
        {
            for (int r = 0; r < sector.Dimension; r++)
            {
                trace += layout[state, sector, r, r].Real;
                for (int c = 0; c <= r && !layout.IsDiagonal; c++)
                {
                    Complex defect = layout[state, sector, r, c] - Complex.Conjugate(layout[state, sector, c, r]);
                    hermiticity = Math.Max(hermiticity, defect.Magnitude);
                }
            }
        }

        double[] smallest = new double[layout.Graph.Vertices.Length];
        Parallel.ForEach(
            layout.Graph.Vertices,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            sector => smallest[sector.Index] = SmallestEigenvalue(layout, state, sector));
        return new ExactChecks(trace, hermiticity, [.. smallest], integrationError);
    }

    private static double SmallestEigenvalue(StateLayout layout, double[] state, Sector sector)
    {
        if (layout.IsDiagonal)
        {
            return state.AsSpan(layout.Offset(sector), sector.Dimension).ToArray().Min();
        }

        // A Hermitian matrix A + iB has the eigenvalues of the symmetric [[A, -B], [B, A]], each once more.
        int d = sector.Dimension;
        int size = layout.IsComplex ? 2 * d : d;
        double[] matrix = new double[size * size];
        for (int r = 0; r < d; r++)
        {
            for (int c = 0; c < d; c++)
            {
                Complex element = layout[state, sector, r, c];
                matrix[(r * size) + c] = element.Real;
                if (layout.IsComplex)
                {
                    matrix[((d + r) * size) + d + c] = element.Real;
                    matrix[((d + r) * size) + c] = element.Imaginary;
                }
            }
        }

        return SymmetricEigenvalues.Smallest(matrix, size);
    }
}
