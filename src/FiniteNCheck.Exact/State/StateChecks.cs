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

        // Rows of zeros belong to the eigenvalue 0. Left out, the rows of several blocks of which a window holds a part close up to a narrow band.
        bool[] used = new bool[strips.ToArray().Max(strip => strip.Row + strip.Length)];
        double squares = 0;
        foreach (Strip strip in strips)
        {
            for (int i = 0; i < strip.Length; i++)
            {
                double square = SquareOf(strip.Offset + (i * layout.Width));
                squares += 2 * square;
                used[strip.Row + i] |= square > 0;
                used[strip.Column + i] |= square > 0;
            }
        }

        if (Math.Sqrt(squares) < Negligible)
        {
            return -Math.Sqrt(squares);
        }

        int[] rank = new int[used.Length];
        for (int row = 1; row < rank.Length; row++)
        {
            rank[row] = rank[row - 1] + (used[row - 1] ? 1 : 0);
        }

        int reach = 0;
        foreach (Strip strip in strips)
        {
            for (int i = 0; i < strip.Length; i++)
            {
                bool present = used[strip.Row + i] && used[strip.Column + i];
                reach = present ? Math.Max(reach, rank[strip.Row + i] - rank[strip.Column + i]) : reach;
            }
        }

        // A Hermitian matrix A + iB has the eigenvalues of the symmetric matrix of 2x2 blocks ((a, -b), (b, a)), each once more.
        int size = used.Count(isUsed => isUsed) * layout.Width;
        int bandwidth = ((reach + 1) * layout.Width) - 1;
        double[] band = new double[size * (bandwidth + 1)];
        foreach (Strip strip in strips)
        {
            for (int i = 0; i < strip.Length; i++)
            {
                if (!used[strip.Row + i] || !used[strip.Column + i])
                {
                    continue;
                }

                int at = strip.Offset + (i * layout.Width);
                int row = rank[strip.Row + i] * layout.Width;
                int column = rank[strip.Column + i] * layout.Width;
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

        double SquareOf(int at) => (state[at] * state[at]) + (layout.IsComplex ? state[at + 1] * state[at + 1] : 0);

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
