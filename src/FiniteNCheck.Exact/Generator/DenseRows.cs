using System.Numerics;

namespace FiniteNCheck.Exact.Generator;

/// <summary>A full square matrix held by rows, real and imaginary parts apart, with the products that rows of a state need.</summary>
internal sealed class DenseRows
{
    // Rounding that rotations leave in elements that are real by symmetry.
    private const double Rounding = 1e-13;

    private readonly int dimension;
    private readonly double[] re;
    private readonly double[] im;
    private readonly double[] adjointRe;
    private readonly double[] adjointIm;

    /// <summary>Copies a matrix.</summary>
    /// <param name="matrix">The matrix.</param>
    public DenseRows(Complex[,] matrix)
    {
        dimension = matrix.GetLength(0);
        re = new double[matrix.Length];
        im = new double[matrix.Length];
        adjointRe = new double[matrix.Length];
        adjointIm = new double[matrix.Length];
        double largest = 0;
        double largestIm = 0;
        for (int row = 0; row < dimension; row++)
        {
            for (int column = 0; column < dimension; column++)
            {
                Complex element = matrix[row, column];
                re[(row * dimension) + column] = element.Real;
                im[(row * dimension) + column] = element.Imaginary;
                adjointRe[(column * dimension) + row] = element.Real;
                adjointIm[(column * dimension) + row] = -element.Imaginary;
                largest = Math.Max(largest, element.Magnitude);
                largestIm = Math.Max(largestIm, Math.Abs(element.Imaginary));
            }
        }

        IsReal = largestIm <= Rounding * largest;
    }

    /// <summary>Whether the imaginary parts are rounding.</summary>
    public bool IsReal { get; }

    /// <summary>An element.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    public Complex this[int row, int column] => new(re[(row * dimension) + column], im[(row * dimension) + column]);

    /// <summary><c>destination += x A</c>.</summary>
    /// <param name="destination">The row added to.</param>
    /// <param name="x">The row that multiplies from the left.</param>
    public void AddRowTimes(Row destination, Row x) => AddRowTimes(destination, x, re, im);

    /// <summary><c>destination += x A+</c>.</summary>
    /// <param name="destination">The row added to.</param>
    /// <param name="x">The row that multiplies from the left.</param>
    public void AddRowTimesAdjoint(Row destination, Row x) => AddRowTimes(destination, x, adjointRe, adjointIm);

    private void AddRowTimes(Row destination, Row x, double[] matrixRe, double[] matrixIm)
    {
        for (int k = 0; k < dimension; k++)
        {
            var factor = new Complex(x.Re[k], x.Im.Length == 0 ? 0 : x.Im[k]);
            destination.Add(factor, new Row(matrixRe.AsSpan(k * dimension, dimension), matrixIm.AsSpan(k * dimension, dimension)));
        }
    }
}
