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
            return state.NumbersOf(strips[0]).ToArray().Min();
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
            foreach (double value in state.NumbersOf(strip))
            {
                squares += 2 * value * value;
            }
        }

        if (Math.Sqrt(squares) < Negligible)
        {
            return -Math.Sqrt(squares);
        }

        int size = (highest - lowest) * layout.Width;
        int bandwidth = ((reach + 1) * layout.Width) - 1;
        double[] band = RealBand(state, strips, lowest, size, bandwidth);
        return size <= MaxSolvedSize
            ? SymmetricEigenvalues.Smallest(Square(band, size, bandwidth), size)
            : BandCholesky.LowerBound(band, size, bandwidth);
    }

    // The lower band of a real symmetric matrix with the eigenvalues of the sector. A Hermitian matrix A + iB has, each once more, the
    // eigenvalues of the symmetric matrix of 2x2 blocks ((a, -b), (b, a)).
    private static double[] RealBand(DensityMatrix state, ReadOnlySpan<Strip> strips, int lowest, int size, int bandwidth)
    {
        double[] band = new double[size * (bandwidth + 1)];
        int width = state.Layout.Width;
        foreach (Strip strip in strips)
        {
            for (int i = 0; i < strip.Length; i++)
            {
                var element = state[strip, i];
                int row = (strip.Row + i - lowest) * width;
                int column = (strip.Column + i - lowest) * width;
                Set(row, column, element.Real);
                if (state.Layout.IsComplex)
                {
                    Set(row + 1, column + 1, element.Real);
                    Set(row + 1, column, element.Imaginary);
                    Set(row, column + 1, -element.Imaginary);
                }
            }
        }

        return band;

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
