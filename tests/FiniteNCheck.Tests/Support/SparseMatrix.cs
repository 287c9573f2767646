using System.Numerics;

namespace FiniteNCheck.Tests.Support;

/// <summary>
/// The nonzero elements of a square matrix, row by row. It is built once from a dense matrix and then only applied.
/// </summary>
internal sealed class SparseMatrix
{
    private readonly int[] rowStart;
    private readonly int[] columns;
    private readonly Complex[] values;

    public SparseMatrix(DenseMatrix matrix)
    {
        rowStart = new int[matrix.Dimension + 1];
        var foundColumns = new List<int>();
        var foundValues = new List<Complex>();
        for (int row = 0; row < matrix.Dimension; row++)
        {
            for (int column = 0; column < matrix.Dimension; column++)
            {
                Complex value = matrix[row, column];
                if (value != Complex.Zero)
                {
                    foundColumns.Add(column);
                    foundValues.Add(value);
                }
            }

            rowStart[row + 1] = foundColumns.Count;
        }

        columns = [.. foundColumns];
        values = [.. foundValues];
        IsDiagonal = Enumerable.Range(0, matrix.Dimension).All(row => rowStart[row + 1] == row + 1 && columns[row] == row);
    }

    /// <summary>Whether every row holds its diagonal element and no other.</summary>
    public bool IsDiagonal { get; }

    /// <summary>The product <c>this b</c>.</summary>
    public DenseMatrix Times(DenseMatrix b)
    {
        int n = b.Dimension;
        var result = new DenseMatrix(n);
        for (int row = 0; row < n; row++)
        {
            Span<double> re = result.Re.AsSpan(row * n, n);
            Span<double> im = result.Im.AsSpan(row * n, n);
            for (int k = rowStart[row]; k < rowStart[row + 1]; k++)
            {
                int from = columns[k] * n;
                DenseMatrix.AddScaled(re, im, values[k], b.Re.AsSpan(from, n), b.Im.AsSpan(from, n));
            }
        }

        return result;
    }

    /// <summary>The product <c>this b this^+</c>.</summary>
    public DenseMatrix Sandwich(DenseMatrix b) => IsDiagonal ? DiagonalSandwich(b) : Times(Times(b).Adjoint()).Adjoint();

    /// <summary>The trace <c>tr(this b)</c>.</summary>
    public Complex TraceWith(DenseMatrix b)
    {
        Complex sum = 0;
        for (int row = 0; row < b.Dimension; row++)
        {
            for (int k = rowStart[row]; k < rowStart[row + 1]; k++)
            {
                sum += values[k] * b[columns[k], row];
            }
        }

        return sum;
    }

    private DenseMatrix DiagonalSandwich(DenseMatrix b)
    {
        var result = new DenseMatrix(b.Dimension);
        for (int row = 0; row < b.Dimension; row++)
        {
            for (int column = 0; column < b.Dimension; column++)
            {
                result[row, column] = values[row] * b[row, column] * Complex.Conjugate(values[column]);
            }
        }

        return result;
    }
}
