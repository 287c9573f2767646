using System.Numerics;

namespace FiniteNCheck.Numerics;

/// <summary>
/// A real symmetric or complex Hermitian matrix, of which the lower triangle is stored, row by row. Each row is an array of its own, so
/// that memory alone limits the number of elements.
/// </summary>
public sealed class PackedHermitian
{
    // Rows are padded to whole blocks of columns. What lies beyond the diagonal has no meaning.
    internal static readonly int BlockWidth = 4 * Vector<double>.Count;

    /// <summary>Creates a matrix of zeros.</summary>
    /// <param name="size">The number of rows, at least 1.</param>
    /// <param name="isComplex">Whether elements have imaginary parts.</param>
    public PackedHermitian(int size, bool isComplex)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        Size = size;
        Real = Rows(size);
        Imaginary = isComplex ? Rows(size) : null;
    }

    /// <summary>The number of rows.</summary>
    public int Size { get; }

    /// <summary>The real parts of each row, up to the diagonal and padded.</summary>
    internal double[][] Real { get; }

    /// <summary>The imaginary parts likewise; <see langword="null"/> for a real matrix.</summary>
    internal double[][]? Imaginary { get; }

    /// <summary>An element on or below the diagonal. The imaginary part is dropped where the matrix is real.</summary>
    /// <param name="row">The row, not above the column.</param>
    /// <param name="column">The column.</param>
    public Complex this[int row, int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(column, row);
            return new Complex(Real[row][column], Imaginary?[row][column] ?? 0);
        }

        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(column, row);
            Real[row][column] = value.Real;
            if (Imaginary is not null)
            {
                Imaginary[row][column] = value.Imaginary;
            }
        }
    }

    /// <summary>Memory that a matrix takes, in bytes.</summary>
    /// <param name="size">The number of rows.</param>
    /// <param name="isComplex">Whether elements have imaginary parts.</param>
    public static double Bytes(double size, bool isComplex) => (isComplex ? 8 : 4) * size * (size + BlockWidth);

    /// <summary>Rounds a number of columns up to whole blocks.</summary>
    /// <param name="columns">The number of columns.</param>
    internal static int Padded(int columns) => (columns + BlockWidth - 1) / BlockWidth * BlockWidth;

    private static double[][] Rows(int size)
    {
        double[][] rows = new double[size][];
        for (int row = 0; row < size; row++)
        {
            rows[row] = new double[Padded(row + 1)];
        }

        return rows;
    }
}
