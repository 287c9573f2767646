using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Evolution;

/// <summary>Computes trace, Hermiticity and smallest eigenvalues of a state.</summary>
internal static class StateChecks
{
    // For larger matrices a lower bound takes the place of the eigenvalue.
    private const int MaxSolvedSize = 200;

    // The eigenvalues of a sector with a smaller Frobenius norm are bounded by that norm.
    private const double Negligible = 1e-14;

    /// <summary>Checks a state.</summary>
    /// <param name="evolution">The state with its error bounds.</param>
    /// <param name="threads">The number of threads.</param>
    public static ExactChecks Check(StateEvolution evolution, int threads)
    {
        DensityMatrix state = evolution.State;
        StateLayout layout = state.Layout;
        double trace = 0;
        double hermiticity = 0;
        foreach (Strip strip in layout.Strips.Where(strip => strip.IsDiagonal))
        {
            for (int i = 0; i < strip.Length; i++)
            {
                // On the diagonal rho - rho+ is twice the imaginary part; elsewhere it vanishes, because only one half is stored.
                trace += state[strip, i].Real;
                hermiticity = layout.IsComplex ? Math.Max(hermiticity, 2 * Math.Abs(state[strip, i].Imaginary)) : hermiticity;
            }
        }

        double[] smallest = new double[layout.Graph.Vertices.Length];
        Parallel.ForEach(
            layout.Graph.Vertices,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            sector => smallest[sector.Index] = SmallestEigenvalue(state, sector));
        return new ExactChecks(
            trace, hermiticity, [.. smallest], evolution.IntegrationError, evolution.WindowError, evolution.RoundingError);
    }

    private static double SmallestEigenvalue(DensityMatrix state, Sector sector)
    {
        StateLayout layout = state.Layout;
        ReadOnlySpan<Strip> strips = layout.StripsIn(sector);
        if (strips.Length == 0)
        {
            return 0;
        }

        if (layout.IsDiagonal)
        {
            // Populations of several blocks lie in one strip for each combination of levels of the outer ones.
            return strips.ToArray().Min(strip => state.NumbersOf(strip).ToArray().Min());
        }

        // Rows of zeros only add the eigenvalue 0. Without them, the rows of several blocks of which a window holds a part move together
        // to a narrow band.
        bool[] used = new bool[strips.ToArray().Max(strip => strip.Row + strip.Length)];
        double squares = 0;
        foreach (Strip strip in strips)
        {
            for (int i = 0; i < strip.Length; i++)
            {
                Complex element = state[strip, i];
                double square = (element.Real * element.Real) + (element.Imaginary * element.Imaginary);
                squares += 2 * square;
                used[strip.Row + i] |= square > 0;
                used[strip.Column + i] |= square > 0;
            }
        }

        if (Math.Sqrt(squares) < Negligible)
        {
            return -Math.Sqrt(squares);
        }

        (double[] band, int size, int bandwidth) = RealBand(state, strips, used);
        return size <= MaxSolvedSize
            ? SymmetricEigenvalues.Smallest(Square(band, size, bandwidth), size)
            : BandCholesky.LowerBound(band, size, bandwidth);
    }

    // The lower band of a real symmetric matrix with the eigenvalues of the rows used. A Hermitian matrix A + iB has, each once more, the
    // eigenvalues of the symmetric matrix of 2x2 blocks ((a, -b), (b, a)).
    private static (double[] Band, int Size, int Bandwidth) RealBand(DensityMatrix state, ReadOnlySpan<Strip> strips, bool[] used)
    {
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

        int width = state.Layout.Width;
        int size = used.Count(isUsed => isUsed) * width;
        int bandwidth = ((reach + 1) * width) - 1;
        double[] band = new double[size * (bandwidth + 1)];
        foreach (Strip strip in strips)
        {
            for (int i = 0; i < strip.Length; i++)
            {
                if (!used[strip.Row + i] || !used[strip.Column + i])
                {
                    continue;
                }

                Complex element = state[strip, i];
                int row = rank[strip.Row + i] * width;
                int column = rank[strip.Column + i] * width;
                Set(row, column, element.Real);
                if (state.Layout.IsComplex)
                {
                    Set(row + 1, column + 1, element.Real);
                    Set(row + 1, column, element.Imaginary);
                    Set(row, column + 1, -element.Imaginary);
                }
            }
        }

        return (band, size, bandwidth);

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
