using FiniteNCheck.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace FiniteNCheck.Tests.Numerics;

/// <summary>Compares eigenvalues with MathNet's full decomposition and with closed forms.</summary>
[Trait("Kind", "CrossCheck")]
public sealed class SymmetricEigenvaluesTests
{
    // Reduction and bisection accumulate rounding errors of the order of the dimension.
    private const double Rounding = 1e-13;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 1e-200)]
    [InlineData(9, 1e150)]
    [InlineData(40, 1)]
    public void Random_matrices_agree_with_the_decomposition(int dimension, double scale)
    {
        var random = new Random(dimension);
        for (int trial = 0; trial < 20; trial++)
        {
            var matrix = Matrix<double>.Build.Dense(dimension, dimension, (_, _) => random.NextDouble() - 0.5);
            matrix += matrix.Transpose();
            double expected = matrix.Evd(Symmetricity.Symmetric).EigenValues.Min(value => value.Real);
            double actual = SymmetricEigenvalues.Smallest((scale * matrix).ToRowMajorArray(), dimension) / scale;
            Assert.InRange(actual - expected, -Rounding * dimension, Rounding * dimension);
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 1e-200)]
    [InlineData(9, 1e150)]
    [InlineData(40, 1)]
    public void All_eigenvalues_of_random_matrices_agree_with_the_decomposition(int dimension, double scale)
    {
        var random = new Random(dimension);
        for (int trial = 0; trial < 20; trial++)
        {
            var matrix = Matrix<double>.Build.Dense(dimension, dimension, (_, _) => random.NextDouble() - 0.5);
            matrix += matrix.Transpose();
            AssertAll(matrix, scale, Rounding * dimension);
        }
    }

    [Theory]
    [InlineData(30, 1)]
    [InlineData(40, 2)]
    [InlineData(60, 3)]
    public void All_eigenvalues_are_found_where_they_are_many_times_the_same_or_fall_off_to_rounding(int dimension, int copies)
    {
        // Eigenvalues 10^-k, each several times, in a random basis: those below 1e-16 are rounding.
        var random = new Random(dimension);
        var basis = Matrix<double>.Build.Dense(dimension, dimension, (_, _) => random.NextDouble() - 0.5).QR().Q;
        var values = Vector<double>.Build.Dense(dimension, k => Math.Pow(10, -(k / copies)));
        AssertAll(basis * Matrix<double>.Build.DenseOfDiagonalVector(values) * basis.Transpose(), 1, Rounding);
    }

    [Fact]
    public void All_eigenvalues_of_the_chain_have_their_closed_form()
    {
        const int Dimension = 50;
        double[] matrix = new double[Dimension * Dimension];
        for (int i = 1; i < Dimension; i++)
        {
            matrix[(i * Dimension) + i - 1] = 1;
        }

        double[] expected = [.. Enumerable.Range(1, Dimension).Select(k => -2 * Math.Cos(Math.PI * k / (Dimension + 1)))];
        Assert.True(Largest(expected, SymmetricEigenvalues.All((double[])matrix.Clone(), Dimension)) <= Rounding);
        matrix[Dimension] = 1 + 1e-6;
        Assert.True(Largest(expected, SymmetricEigenvalues.All(matrix, Dimension)) > Rounding);
    }

    [Fact]
    public void The_chain_has_its_closed_form()
    {
        // Off-diagonals 1: eigenvalues 2 cos(k pi/(d+1)).
        const int Dimension = 50;
        double[] matrix = new double[Dimension * Dimension];
        for (int i = 1; i < Dimension; i++)
        {
            matrix[(i * Dimension) + i - 1] = 1;
        }

        double expected = 2 * Math.Cos(Math.PI * Dimension / (Dimension + 1));
        Assert.InRange(SymmetricEigenvalues.Smallest((double[])matrix.Clone(), Dimension) - expected, -Rounding, Rounding);
        matrix[Dimension] = 1 + 1e-6;
        Assert.NotInRange(SymmetricEigenvalues.Smallest(matrix, Dimension) - expected, -Rounding, Rounding);
    }

    [Fact]
    public void Degenerate_matrices_are_handled_too()
    {
        Assert.Equal(0, SymmetricEigenvalues.Smallest(new double[16], 4));
        Assert.Equal(-3, SymmetricEigenvalues.Smallest([2, 0, 0, 0, -3, 0, 0, 0, 5], 3));

        // All ones: rank one, smallest eigenvalue 0.
        Assert.InRange(SymmetricEigenvalues.Smallest([.. Enumerable.Repeat(1.0, 36)], 6), -Rounding, Rounding);
        Assert.Equal(new double[4], SymmetricEigenvalues.All(new double[16], 4));
        Assert.Equal([-3, 2, 5], SymmetricEigenvalues.All([2, 0, 0, 0, -3, 0, 0, 0, 5], 3));
        Assert.True(Largest([0, 0, 0, 0, 0, 6], SymmetricEigenvalues.All([.. Enumerable.Repeat(1.0, 36)], 6)) <= Rounding);
        Assert.Throws<ArgumentException>(() => SymmetricEigenvalues.All([1, 2, 3], 2));
        Assert.Throws<ArgumentException>(() => SymmetricEigenvalues.Smallest([1, double.NaN, 0, 1], 2));
        Assert.Throws<ArgumentException>(() => SymmetricEigenvalues.Smallest([1, 2, 3], 2));
    }

    private static void AssertAll(Matrix<double> matrix, double scale, double tolerance)
    {
        double[] expected = [.. matrix.Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real).Order()];
        double[] actual = SymmetricEigenvalues.All((scale * matrix).ToRowMajorArray(), matrix.RowCount);
        Assert.True(Largest(expected, [.. actual.Select(value => value / scale)]) <= tolerance);
    }

    private static double Largest(double[] expected, double[] actual) =>
        expected.Zip(actual, (x, y) => Math.Abs(x - y)).Append(expected.Length == actual.Length ? 0 : double.PositiveInfinity).Max();
}
