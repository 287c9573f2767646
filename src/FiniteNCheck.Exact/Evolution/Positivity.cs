using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Evolution;

/// <summary>
/// Computes the smallest eigenvalue of each sector of a state, or a lower bound of it by whichever of a band factorisation and a partial
/// factorisation with pivots is cheaper for the sector. The latter takes advantage of states that are pure or nearly so.
/// </summary>
internal static class Positivity
{
    // Bounds are known to this share of what is allowed.
    private const double Share = 1e-3;

    // For larger matrices a lower bound takes the place of the eigenvalue.
    private const int MaxSolvedSize = 200;

    // The eigenvalues of a sector with a smaller Frobenius norm are bounded by that norm.
    private const double Negligible = 1e-14;

    // Larger sectors are factorised one after the other, each on all threads, so that one of them at a time takes memory.
    private const int LargeSector = 1000;

    // A band this narrow, relative to the matrix, is factorised in about the time that a full matrix of rank 100 takes.
    private const int RowsPerBand = 8;

    /// <summary>The smallest eigenvalues, in the order of the sectors.</summary>
    /// <param name="state">The state.</param>
    /// <param name="allowed">How far below 0 the eigenvalues of a sound state may be. Bounds are as tight as it takes to tell.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="memory">Memory that may be used, in bytes.</param>
    /// <exception cref="InputException">The factorisation of a sector takes more memory.</exception>
    public static double[] SmallestEigenvalues(DensityMatrix state, double allowed, int threads, double memory)
    {
        double[] smallest = new double[state.Layout.Graph.Vertices.Length];
        ILookup<bool, Sector> bySize = state.Layout.Graph.Vertices.ToLookup(sector => CountRows(state.Layout, sector) > LargeSector);
        Sector[] small = [.. bySize[false]];
        CheckedParallel.For<InputException>(
            small.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            i => smallest[small[i].Index] = SmallestEigenvalue(state, small[i], allowed, 1, memory));
        foreach (Sector sector in bySize[true])
        {
            smallest[sector.Index] = SmallestEigenvalue(state, sector, allowed, threads, memory);
        }

        return smallest;
    }

    private static int CountRows(StateLayout layout, Sector sector)
    {
        int rows = 0;
        foreach (Strip strip in layout.StripsIn(sector))
        {
            rows += strip.IsDiagonal ? strip.Length : 0;
        }

        return rows;
    }

    private static double SmallestEigenvalue(DensityMatrix state, Sector sector, double allowed, int threads, double memory)
    {
        StateLayout layout = state.Layout;
        ReadOnlySpan<Strip> strips = layout.StripsIn(sector);
        if (strips.Length == 0)
        {
            return 0;
        }

        if (layout.IsDiagonal)
        {
            double smallest = double.PositiveInfinity;
            foreach (Strip strip in strips)
            {
                foreach (double population in state.NumbersOf(strip))
                {
                    smallest = Math.Min(smallest, population);
                }
            }

            return smallest;
        }

        bool[] used = new bool[sector.Dimension];
        double norm = Math.Sqrt(MarkUsed(state, strips, used));
        if (norm < Negligible)
        {
            return -norm;
        }

        var rows = new RowsInUse(strips, used);
        int size = rows.Count * layout.Width;
        int bandwidth = ((rows.Reach + 1) * layout.Width) - 1;
        if (size <= MaxSolvedSize)
        {
            return SymmetricEigenvalues.Smallest(Square(RealBand(state, strips, rows, bandwidth), bandwidth), size);
        }

        double resolution = Share * allowed;
        if (norm < resolution)
        {
            return -norm;
        }

        // A copy of the band is factorised. The full matrix is factorised where it lies.
        bool isNarrow = bandwidth < size / RowsPerBand;
        Require(
            isNarrow ? 2 * 8.0 * size * (bandwidth + 1) : PackedHermitian.Bytes(rows.Count, layout.IsComplex),
            memory,
            rows.Count);
        if (isNarrow)
        {
            return BandCholesky.LowerBound(RealBand(state, strips, rows, bandwidth), bandwidth, resolution);
        }

        double bound = PivotedCholesky.LowerBound(Packed(state, strips, rows, 0), resolution, threads);
        if (bound >= -allowed)
        {
            return bound;
        }

        // The remainder may be some ten times the negative part. A state that is sound is positive once shifted, to full rank, and then
        // the bound is the shift.
        double shift = allowed / 2;
        return Math.Max(bound, PivotedCholesky.LowerBound(Packed(state, strips, rows, shift), resolution, threads) - shift);
    }

    private static void Require(double bytes, double memory, int rows)
    {
        if (bytes > memory)
        {
            throw new InputException(
                $"the check that the state is positive needs {Numeral.Bytes(bytes)} of the {Numeral.Bytes(memory)} allowed, "
                + $"for a sector of {rows} states. Ask for a larger tolerance, a smaller n or shorter times, or give more memory.");
        }
    }

    // Marks the rows with elements other than zero. Returns the square of the Frobenius norm or, because of the diagonal, a little more.
    private static double MarkUsed(DensityMatrix state, ReadOnlySpan<Strip> strips, bool[] used)
    {
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

        return squares;
    }

    // The rows used of the matrix, with a number added on the diagonal.
    private static PackedHermitian Packed(DensityMatrix state, ReadOnlySpan<Strip> strips, RowsInUse rows, double shift)
    {
        var matrix = new PackedHermitian(rows.Count, state.Layout.IsComplex);
        foreach (Strip strip in strips)
        {
            for (int i = 0; i < strip.Length; i++)
            {
                if (rows.Contain(strip, i))
                {
                    matrix[rows.Rank(strip.Row + i), rows.Rank(strip.Column + i)] = state[strip, i];
                }
            }
        }

        for (int row = 0; row < rows.Count; row++)
        {
            matrix[row, row] += shift;
        }

        return matrix;
    }

    // The lower band of a real symmetric matrix with the eigenvalues of the rows used. A Hermitian matrix A + iB has, each once more, the
    // eigenvalues of the symmetric matrix of 2x2 blocks ((a, -b), (b, a)).
    private static double[][] RealBand(DensityMatrix state, ReadOnlySpan<Strip> strips, RowsInUse rows, int bandwidth)
    {
        int width = state.Layout.Width;
        double[][] band = [.. Enumerable.Range(0, rows.Count * width).Select(_ => new double[bandwidth + 1])];
        foreach (Strip strip in strips)
        {
            for (int i = 0; i < strip.Length; i++)
            {
                if (!rows.Contain(strip, i))
                {
                    continue;
                }

                Complex element = state[strip, i];
                int row = rows.Rank(strip.Row + i) * width;
                int column = rows.Rank(strip.Column + i) * width;
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
                band[row][column - row + bandwidth] = value;
            }
        }
    }

    private static double[] Square(double[][] band, int bandwidth)
    {
        double[] matrix = new double[band.Length * band.Length];
        for (int row = 0; row < band.Length; row++)
        {
            int columns = Math.Min(row, bandwidth) + 1;
            band[row].AsSpan(bandwidth + 1 - columns).CopyTo(matrix.AsSpan((row * band.Length) + row + 1 - columns));
        }

        return matrix;
    }

    // Rows of zeros only add the eigenvalue 0. Without them, the rows of several blocks of which a window holds a part move together to a
    // narrow band.
    private sealed class RowsInUse
    {
        private readonly bool[] used;
        private readonly int[] rank;

        public RowsInUse(ReadOnlySpan<Strip> strips, bool[] used)
        {
            this.used = used;
            rank = new int[used.Length];
            for (int row = 1; row < rank.Length; row++)
            {
                rank[row] = rank[row - 1] + (used[row - 1] ? 1 : 0);
            }

            Count = used.Count(isUsed => isUsed);
            foreach (Strip strip in strips)
            {
                for (int i = 0; i < strip.Length; i++)
                {
                    Reach = Contain(strip, i) ? Math.Max(Reach, Rank(strip.Row + i) - Rank(strip.Column + i)) : Reach;
                }
            }
        }

        // The number of rows, and the largest distance from the diagonal.
        public int Count { get; }

        public int Reach { get; }

        public bool Contain(Strip strip, int i) => used[strip.Row + i] && used[strip.Column + i];

        public int Rank(int row) => rank[row];
    }
}
