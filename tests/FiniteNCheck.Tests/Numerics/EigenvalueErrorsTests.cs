using FiniteNCheck.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Tests.Numerics;

/// <summary>Errors of eigenvalues against matrices whose eigenvalues are known.</summary>
public class EigenvalueErrorsTests
{
    /// <summary>The condition of both eigenvalues of (-1, c; 0, -2) is sqrt(1 + c^2).</summary>
    [Theory]
    [Trait("Kind", "Analytic")]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(1000)]
    public void The_condition_is_that_of_a_triangular_matrix(double c)
    {
        Matrix<double> matrix = Matrix<double>.Build.DenseOfArray(new[,] { { -1, c }, { 0, -2 } });
        var errors = new EigenvalueErrors(Whole(matrix), Whole(matrix.Transpose()), 1e-10);
        for (int k = 0; k < 2; k++)
        {
            (double condition, double error) = errors.Of(k);
            Assert.Equal(Math.Sqrt(1 + (c * c)), condition, 1e-9 * condition);
            Assert.InRange(error, 2e-10 * condition, 2.1e-10 * condition);
        }
    }

    /// <summary>
    /// The eigenvalue -1 occurs twice. Any single left vector may be orthogonal to any single right one; a combination is not, and its
    /// condition is no larger than that of the pair of spaces.
    /// </summary>
    [Fact]
    [Trait("Kind", "Analytic")]
    public void Copies_are_combined()
    {
        Matrix<double> shear = Matrix<double>.Build.DenseOfArray(new[,] { { 1.0, 0, 2 }, { 0, 1, -1 }, { 0, 0, 1 } });
        Matrix<double> matrix = shear * Matrix<double>.Build.DenseOfDiagonalArray([-1, -1, -3]) * shear.Inverse();
        var errors = new EigenvalueErrors(Whole(matrix), Whole(matrix.Transpose()), 0);
        for (int k = 0; k < 2; k++)
        {
            (double condition, double error) = errors.Of(k);
            Assert.InRange(condition, 1, Math.Sqrt(6) + 1e-9);
            Assert.InRange(error, 0, 1e-13);
        }
    }

    /// <summary>
    /// An eigenvalue without a full set of vectors moves by the square root of what is done to the matrix; the error says so.
    /// </summary>
    [Fact]
    [Trait("Kind", "Analytic")]
    public void A_defective_eigenvalue_has_a_large_error()
    {
        const double change = 1e-10;
        Matrix<double> damaged = Matrix<double>.Build.DenseOfArray(new[,] { { -1, 1 }, { change, -1 } });
        var errors = new EigenvalueErrors(Whole(damaged), Whole(damaged.Transpose()), change);
        Assert.InRange(errors.Of(0).Error, Math.Sqrt(change), 20 * Math.Sqrt(change));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Without_a_left_vector_the_error_is_not_known()
    {
        Matrix<double> matrix = Matrix<double>.Build.DenseOfDiagonalArray([-1, -2]);
        Assert.Equal(double.PositiveInfinity, new EigenvalueErrors(Whole(matrix), new RitzSpace([], []), 0).Of(0).Error);
        double[] second = [0, 1];
        var other = new RitzSpace([second], [[0, -2]]);
        Assert.Equal(double.PositiveInfinity, new EigenvalueErrors(Whole(matrix), other, 0).Of(0).Error);
    }

    /// <summary>
    /// Random matrices that are far from normal, damaged by a random matrix of norm 1e-9: eigenvalues found from the damaged one are no
    /// farther from the true ones than they say. A thousandth of the errors does not hold.
    /// </summary>
    [Theory]
    [Trait("Kind", "Mutation")]
    [InlineData(1, true)]
    [InlineData(1e-3, false)]
    public void Damage_stays_within_the_errors(double factor, bool holds)
    {
        var random = new Random(7);
        int failures = 0;
        for (int trial = 0; trial < 100; trial++)
        {
            int size = random.Next(3, 12);
            Matrix<double> Draw(Func<int, int, double> scale) =>
                Matrix<double>.Build.Dense(size, size, (row, column) => scale(row, column) * ((2 * random.NextDouble()) - 1));
            Matrix<double> matrix = Draw((row, column) => row < column ? 20 : 1);
            Matrix<double> damage = Draw((_, _) => 1);
            Matrix<double> damaged = matrix + (1e-9 / damage.L2Norm() * damage);
            Complex[] truth = [.. new EigenDecomposition(matrix).Values];
            RitzSpace right = Whole(damaged);

            // The damage is what the residuals do not show.
            var errors = new EigenvalueErrors(right, Whole(damaged.Transpose()), 1e-9);
            for (int k = 0; k < size; k++)
            {
                double distance = truth.Min(value => (value - right.Pairs[k].Value).Magnitude);
                failures += distance > (factor * errors.Of(k).Error) + 1e-12 ? 1 : 0;
            }
        }

        Assert.Equal(holds, failures == 0);
    }

    // The space of all vectors.
    private static RitzSpace Whole(Matrix<double> matrix) =>
        new(Matrix<double>.Build.DenseIdentity(matrix.RowCount).ToColumnArrays(), matrix.ToColumnArrays());
}
