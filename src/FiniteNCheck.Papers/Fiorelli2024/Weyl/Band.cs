using System.Numerics;

namespace FiniteNCheck.Papers.Fiorelli2024.Weyl;

/// <summary>A matrix with few diagonals: a polynomial in the spin operators of one sector, and functions of one of them.</summary>
internal sealed class Band
{
    // diagonals[w + k][row] is the element (row, row + k).
    private readonly Complex[][] diagonals;

    private Band(int size, int width)
    {
        Size = size;
        Width = width;
        diagonals = [.. Enumerable.Range(0, (2 * width) + 1).Select(_ => new Complex[size])];
    }

    /// <summary>The number of rows.</summary>
    public int Size { get; }

    private int Width { get; }

    /// <summary>An element; zero beyond the diagonals.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    public Complex this[int row, int column]
    {
        get => Math.Abs(column - row) > Width ? 0 : diagonals[Width + column - row][row];
        private set => diagonals[Width + column - row][row] = value;
    }

    /// <summary>A matrix from its elements.</summary>
    /// <param name="size">The number of rows.</param>
    /// <param name="width">The number of diagonals on each side.</param>
    /// <param name="element">The element of a row and a column.</param>
    public static Band Of(int size, int width, Func<int, int, Complex> element)
    {
        var band = new Band(size, width);
        for (int row = 0; row < size; row++)
        {
            for (int column = band.First(row); column <= band.Last(row); column++)
            {
                band[row, column] = element(row, column);
            }
        }

        return band;
    }

    /// <summary>The sum of two matrices.</summary>
    /// <param name="a">First matrix.</param>
    /// <param name="b">Second matrix.</param>
    public static Band operator +(Band a, Band b) =>
        Of(a.Size, Math.Max(a.Width, b.Width), (row, column) => a[row, column] + b[row, column]);

    /// <summary>The difference of two matrices.</summary>
    /// <param name="a">First matrix.</param>
    /// <param name="b">Second matrix.</param>
    public static Band operator -(Band a, Band b) => a + (-1 * b);

    /// <summary>A number times a matrix.</summary>
    /// <param name="factor">The number.</param>
    /// <param name="a">The matrix.</param>
    public static Band operator *(Complex factor, Band a) => Of(a.Size, a.Width, (row, column) => factor * a[row, column]);

    /// <summary>The product of two matrices.</summary>
    /// <param name="a">First matrix.</param>
    /// <param name="b">Second matrix.</param>
    public static Band operator *(Band a, Band b) => Of(a.Size, a.Width + b.Width, (row, column) =>
    {
        Complex sum = 0;
        for (int k = Math.Max(a.First(row), column - b.Width); k <= Math.Min(a.Last(row), column + b.Width); k++)
        {
            sum += a[row, k] * b[k, column];
        }

        return sum;
    });

    /// <summary>The product with a dense matrix.</summary>
    /// <param name="dense">The dense matrix.</param>
    public Complex[,] Times(Complex[,] dense)
    {
        int columns = dense.GetLength(1);
        var product = new Complex[Size, columns];
        for (int row = 0; row < Size; row++)
        {
            for (int k = First(row); k <= Last(row); k++)
            {
                Complex element = this[row, k];
                for (int column = 0; column < columns; column++)
                {
                    product[row, column] += element * dense[k, column];
                }
            }
        }

        return product;
    }

    /// <summary>The trace <c>tr(A B C)</c> of this matrix and two dense ones.</summary>
    /// <param name="b">The matrix B.</param>
    /// <param name="c">The matrix C.</param>
    public Complex Trace(Complex[,] b, Complex[,] c)
    {
        Complex trace = 0;
        for (int row = 0; row < Size; row++)
        {
            for (int column = First(row); column <= Last(row); column++)
            {
                Complex element = this[row, column];
                if (element != Complex.Zero)
                {
                    Complex product = 0;
                    for (int k = 0; k < Size; k++)
                    {
                        product += b[column, k] * c[k, row];
                    }

                    trace += element * product;
                }
            }
        }

        return trace;
    }

    private int First(int row) => Math.Max(0, row - Width);

    private int Last(int row) => Math.Min(Size - 1, row + Width);
}
