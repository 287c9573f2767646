using FiniteNCheck.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace FiniteNCheck.Tests.Numerics;

public sealed class NewtonTests
{
    [Fact]
    [Trait("Kind", "Analytic")]
    public void Finds_a_root_to_rounding()
    {
        Vector<double>? root = NewtonSolver.Solve(
            y => Vector<double>.Build.Dense([(y[0] * y[0]) + (y[1] * y[1]) - 1, y[0] - y[1]]),
            y => Matrix<double>.Build.DenseOfArray(new[,] { { 2 * y[0], 2 * y[1] }, { 1, -1 } }),
            Vector<double>.Build.Dense([1, 0.5]),
            1e-14,
            1);
        Assert.Equal(Math.Sqrt(0.5), root![0], 4e-16);
        Assert.Equal(Math.Sqrt(0.5), root[1], 4e-16);
    }

    [Fact]
    [Trait("Kind", "Analytic")]
    public void Finds_the_nearest_point_of_a_curve_of_roots()
    {
        // The equation of the unit circle, twice: the Jacobian is singular everywhere.
        Vector<double>? root = NewtonSolver.Solve(
            y => Vector<double>.Build.Dense(2, (y * y) - 1),
            y => Matrix<double>.Build.Dense(2, 2, (_, k) => 2 * y[k]),
            Vector<double>.Build.Dense([0.7, 0.8]),
            1e-14,
            1);
        Assert.Equal(1, root!.L2Norm(), 1e-14);
        Assert.Equal(0.7 / Math.Sqrt(0.49 + 0.64), root[0], 1e-12);
    }

    [Theory]
    [Trait("Kind", "Analytic")]
    [InlineData(2)]
    [InlineData(3)]
    public void Finds_a_multiple_root_beyond_the_root_of_rounding(int multiplicity)
    {
        // y^k (2 + y) and a second, trivial equation. With Newton steps alone the residual reaches rounding at y = 1e-14^(1/k), 2e-5 for a
        // triple root; closer to the root the Jacobian itself is all rounding.
        Vector<double>? root = NewtonSolver.Solve(
            y => Vector<double>.Build.Dense([Math.Pow(y[0], multiplicity) * (2 + y[0]), y[1] - y[0]]),
            y => Matrix<double>.Build.DenseOfArray(
                new[,] { { Math.Pow(y[0], multiplicity - 1) * ((2 * multiplicity) + ((multiplicity + 1) * y[0])), 0 }, { -1, 1 } }),
            Vector<double>.Build.Dense([0.05, 0.2]),
            1e-14,
            1);
        Assert.InRange(root![0], -1e-6, 1e-6);
        Assert.InRange(root[1], -1e-6, 1e-6);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Returns_null_if_there_is_no_root()
    {
        Assert.Null(NewtonSolver.Solve(
            y => 1 + y.PointwisePower(2),
            y => Matrix<double>.Build.Dense(1, 1, 2 * y[0]),
            Vector<double>.Build.Dense([0.3]),
            1e-14,
            1));
    }

    /// <summary>
    /// An iteration that reaches a region where the Jacobian overflows must stop. It once threw from the singular value decomposition.
    /// </summary>
    [Fact]
    [Trait("Kind", "Unit")]
    public void Returns_null_if_the_Jacobian_overflows()
    {
        Assert.Null(NewtonSolver.Solve(
            y => y,
            y => Matrix<double>.Build.Dense(1, 1, double.PositiveInfinity),
            Vector<double>.Build.Dense([0.3]),
            1e-14,
            1));
    }
}
