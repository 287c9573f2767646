using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.State;

/// <summary>Trace, Hermiticity and smallest eigenvalues of a state.</summary>
internal static class StateChecks
{
    // Larger sectors get a lower bound instead of the eigenvalue.
    private const int LargestSolved = 200;

    // The eigenvalues of a sector with a smaller Frobenius norm are bounded by it.
    private const double Negligible = 1e-14;

    /// <summary>Checks a state.</summary>
    /// <param name="evolution">The state with its errors.</param>
    /// <param name="threads">The number of threads.</param>
    public static ExactChecks Of(Evolution evolution, int threads)
    {
        (StateLayout layout, double[] state) = (evolution.Layout, evolution.State);
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
        return new ExactChecks(trace, hermiticity, [.. smallest], evolution.IntegrationError, evolution.WindowError, evolution.RoundingError);
    }

    private static double SmallestEigenvalue(StateLayout layout, double[] state, Sector sector)
    {
        ReadOnlySpan<Strip> strips = layout.StripsIn(sector);
        if (strips.Length == 0)
        {
            return 0;
        }

        if (layout.IsDiagonal)
        {
            return state.AsSpan(strips[0].Offset, strips[0].Length).ToArray().Min();
        }

        int lowest = int.MaxValue;
        int highest = 0;
        int reach = 0;
        double squares = 0;
        foreach (Strip strip in strips)
        {
            lowest = Math.Min(lowest, strip.Column);
            highest = Math.Max(highest, strip.Row + strip.Length);
            reach = Math.Max(reach, strip.Row - strip.Column);
            foreach (double value in state.AsSpan(strip.Offset, strip.Length * layout.Width))
            {
                squares += 2 * value * value;
            }
        }

        if (Math.Sqrt(squares) < Negligible)
        {
            return -Math.Sqrt(squares);
        }

        // A Hermitian matrix A + iB has the eigenvalues of the symmetric matrix of 2x2 blocks ((a, -b), (b, a)), each once more.
        int size = (highest - lowest) * layout.Width;
        int bandwidth = ((reach + 1) * layout.Width) - 1;
        double[] band = new double[size * (bandwidth + 1)];
        foreach (Strip strip in strips)
        {
            for (int i = 0; i < strip.Length; i++)
            {
                int at = strip.Offset + (i * layout.Width);
                int row = (strip.Row + i - lowest) * layout.Width;
                int column = (strip.Column + i - lowest) * layout.Width;
                Set(row, column, state[at]);
                if (layout.IsComplex)
                {
                    Set(row + 1, column + 1, state[at]);
                    Set(row + 1, column, state[at + 1]);
                    Set(row, column + 1, -state[at + 1]);
                }
            }
        }

        return size <= LargestSolved ? SymmetricEigenvalues.Smallest(Square(band, size, bandwidth), size) : BandCholesky.LowerBound(band, size, bandwidth);

        void Set(int row, int column, double value)
        {
            if (column <= row)
            {
                band[(row * (bandwidth + 1)) + column - row + bandwidth] = value;
            }
        }
    }

    private static double[] Square(double[] band, int size, int bandwidth)
    {
        double[] matrix = new double[size * size];
        for (int row = 0; row < size; row++)
        {
            for (int column = Math.Max(0, row - bandwidth); column <= row; column++)
            {
                matrix[(row * size) + column] = band[(row * (bandwidth + 1)) + column - row + bandwidth];
            }
        }

        return matrix;
    }
}
