using FiniteNCheck.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace FiniteNCheck.Tests.Numerics;

/// <summary>Compares the smallest eigenvalue with MathNet's full decomposition and with closed forms.</summary>
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
        Assert.Throws<ArgumentException>(() => SymmetricEigenvalues.Smallest([1, double.NaN, 0, 1], 2));
        Assert.Throws<ArgumentException>(() => SymmetricEigenvalues.Smallest([1, 2, 3], 2));
    }
}
