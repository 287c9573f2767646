using System.Numerics;
using FiniteNCheck.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Lemmas;

/// <summary>Matrices of operators: norm, commutator, and products with a diagonal.</summary>
internal static class Operators
{
    /// <summary>
    /// The operator norm: the square root of the largest eigenvalue of <c>A+ A = X + iY</c>, which is that of the
    /// real matrix <c>[[X, -Y], [Y, X]]</c>.
    /// </summary>
    /// <param name="a">The matrix, square.</param>
    public static double Norm(Matrix<Complex> a)
    {
        Matrix<Complex> square = a.ConjugateTransposeThisAndMultiply(a);
        int dimension = a.RowCount;
        double[] embedded = new double[4 * dimension * dimension];
        for (int row = 0; row < dimension; row++)
        {
            for (int column = 0; column < dimension; column++)
            {
                Complex element = square[row, column];
                embedded[(2 * dimension * row) + column] = -element.Real;
                embedded[(2 * dimension * (row + dimension)) + column + dimension] = -element.Real;
                embedded[(2 * dimension * (row + dimension)) + column] = -element.Imaginary;
                embedded[(2 * dimension * row) + column + dimension] = element.Imaginary;
            }
        }

        return Math.Sqrt(Math.Max(0, -SymmetricEigenvalues.Smallest(embedded, 2 * dimension)));
    }

    /// <summary>The commutator <c>[A, B]</c>.</summary>
    /// <param name="a">First matrix.</param>
    /// <param name="b">Second matrix.</param>
    public static Matrix<Complex> Commutator(Matrix<Complex> a, Matrix<Complex> b) => (a * b) - (b * a);

    /// <summary>The commutator <c>[G, A]</c> with a diagonal <c>G</c>.</summary>
    /// <param name="diagonal">The diagonal.</param>
    /// <param name="a">The matrix.</param>
    public static Matrix<Complex> Commutator(double[] diagonal, Matrix<Complex> a) =>
        a.MapIndexed((row, column, element) => (diagonal[row] - diagonal[column]) * element);

    /// <summary>The product <c>G A H</c> with diagonals on both sides.</summary>
    /// <param name="left">The left diagonal.</param>
    /// <param name="a">The matrix.</param>
    /// <param name="right">The right diagonal.</param>
    public static Matrix<Complex> Between(double[] left, Matrix<Complex> a, double[] right) =>
        a.MapIndexed((row, column, element) => left[row] * element * right[column]);

    /// <summary>The product <c>G A</c> with a diagonal.</summary>
    /// <param name="diagonal">The diagonal.</param>
    /// <param name="a">The matrix.</param>
    public static Matrix<Complex> Times(double[] diagonal, Matrix<Complex> a) =>
        a.MapIndexed((row, _, element) => diagonal[row] * element);
}
