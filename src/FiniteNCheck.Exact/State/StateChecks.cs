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
        foreach (Strip strip in layout.Strips.Where(strip => strip.IsDiagonal))
        {
            for (int i = 0; i < strip.Length; i++)
            {
                int at = strip.Offset + (i * layout.Width);
                trace += state[at];
                hermiticity = layout.IsComplex ? Math.Max(hermiticity, 2 * Math.Abs(state[at + 1])) : hermiticity;
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
        ReadOnlySpan<Strip> strips = layout.StripsIn(sector);
        if (layout.IsDiagonal)
        {
            return strips.Length == 0 ? 0 : state.AsSpan(strips[0].Offset, strips[0].Length).ToArray().Min();
        }

        // A Hermitian matrix A + iB has the eigenvalues of the symmetric [[A, -B], [B, A]], each once more.
        int d = sector.Dimension;
        int size = layout.IsComplex ? 2 * d : d;
        double[] matrix = new double[size * size];
        foreach (Strip strip in strips)
        {
            for (int i = 0; i < strip.Length; i++)
            {
                int at = strip.Offset + (i * layout.Width);
                Set(strip.Row + i, strip.Column + i, state[at]);
                if (layout.IsComplex)
                {
                    Set(d + strip.Row + i, d + strip.Column + i, state[at]);
                    Set(d + strip.Row + i, strip.Column + i, state[at + 1]);
                    Set(d + strip.Column + i, strip.Row + i, -state[at + 1]);
                }
            }
        }

        return SymmetricEigenvalues.Smallest(matrix, size);

        void Set(int row, int column, double value)
        {
            matrix[(row * size) + column] = value;
            matrix[(column * size) + row] = value;
        }
    }
}
