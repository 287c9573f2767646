using FiniteNCheck.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Tests.Numerics;

public sealed class LyapunovTests
{
    [Fact]
    [Trait("Kind", "Analytic")]
    public void A_diagonal_drift_has_a_closed_form()
    {
        // S_ij = -D_ij / (q_i + q_j)
        Matrix<double> q = Matrix<double>.Build.DenseOfDiagonalArray([-1, -0.25, -3]);
        Matrix<double> d = Matrix<double>.Build.DenseOfArray(new double[,] { { 2, 0.5, 0.1 }, { 0.5, 1, -0.3 }, { 0.1, -0.3, 4 } });
        Matrix<double> solution = LyapunovEquation.Solve(q, d);
        Matrix<double> expected = Matrix<double>.Build.Dense(3, 3, (i, k) => -d[i, k] / (q[i, i] + q[k, k]));

        // Nine equations with a condition number below 20.
        Assert.True((solution - expected).InfinityNorm() < 1e-14);
    }

    [Theory]
    [Trait("Kind", "CrossCheck")]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(24)]
    public void The_residual_vanishes(int n)
    {
        Matrix<double> q = Stable(n);
        Matrix<double> noise = Matrix<double>.Build.Dense(n, n, (i, k) => Math.Sin(1 + i + (2.3 * k)));
        Matrix<double> d = noise * noise.Transpose();
        Matrix<double> solution = LyapunovEquation.Solve(q, d);
        Matrix<double> Residual(Matrix<double> s) => (q * s) + (s * q.Transpose()) + d;
        double rounding = 1e-13 * d.InfinityNorm();
        Assert.True(Residual(solution).InfinityNorm() < rounding);

        // Mutation: one element off by 1e-9.
        solution[0, 0] += 1e-9 * d.InfinityNorm();
        Assert.True(Residual(solution).InfinityNorm() > rounding);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void A_singular_equation_and_wrong_shapes_are_rejected()
    {
        Matrix<double> one = Matrix<double>.Build.DenseIdentity(2);
        Assert.Throws<ArgumentException>(() => LyapunovEquation.Solve(Matrix<double>.Build.DenseOfDiagonalArray([-1, 0]), one));
        Assert.Throws<ArgumentException>(() => LyapunovEquation.Solve(Matrix<double>.Build.DenseOfDiagonalArray([-1, 1]), one));
        Assert.Throws<ArgumentException>(() => LyapunovEquation.Solve(one, Matrix<double>.Build.DenseIdentity(3)));
    }

    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void The_shifted_equation_is_solved_even_near_a_defective_matrix()
    {
        var shift = new Complex(3, 1.5);
        Matrix<Complex> right = Matrix<Complex>.Build.Dense(6, 6, (i, k) => new Complex(Math.Cos(i + k), Math.Sin(i * k)));
        Matrix<double> jordan = Matrix<double>.Build.Dense(6, 6, (i, k) => i == k ? -1 : k == i + 1 && i < 2 ? 1 : 0);

        // Generally accurate to rounding. For a Jordan block of three the error is that of the perturbation, good enough for an iteration.
        (Matrix<double> Q, double Tolerance)[] cases = [(Stable(6), 1e-12), (jordan, 1e-3), (Matrix<double>.Build.Dense(6, 6), 1e-13)];
        foreach ((Matrix<double> q, double tolerance) in cases)
        {
            Complex[] tensor = right.ToRowMajorArray();
            new ShiftedKroneckerSolver(q).Solve(shift, tensor, order: 2);
            Matrix<Complex> solution = Matrix<Complex>.Build.Dense(6, 6, (i, k) => tensor[(6 * i) + k]);
            Matrix<Complex> complex = q.ToComplex();
            Matrix<Complex> residual = (shift * solution) - (complex * solution) - (solution * complex.Transpose()) - right;
            Assert.True(residual.FrobeniusNorm() < tolerance, $"{residual.FrobeniusNorm()}");
        }
    }

    [Theory]
    [Trait("Kind", "CrossCheck")]
    [InlineData(1, 3)]
    [InlineData(3, 1)]
    [InlineData(3, 3)]
    [InlineData(5, 3)]
    public void A_shifted_sum_over_every_index_is_inverted(int n, int order)
    {
        // Against the Kronecker form: shift - Q x 1 x 1 - 1 x Q x 1 - 1 x 1 x Q.
        var shift = new Complex(2, -0.7);
        Matrix<double> q = Stable(n).MapIndexed((i, k, value) => value + (k == i + 1 ? 1 : k == i - 1 ? -1 : 0));
        int length = (int)Math.Pow(n, order);
        Complex[] right = [.. Enumerable.Range(0, length).Select(i => new Complex(Math.Cos(1.3 * i), Math.Sin(0.4 * i * i)))];
        Complex[] solution = (Complex[])right.Clone();
        new ShiftedKroneckerSolver(q).Solve(shift, solution, order);
        Matrix<double> sum = Matrix<double>.Build.Dense(length, length);
        for (int index = 0; index < order; index++)
        {
            Matrix<double> before = Matrix<double>.Build.DenseIdentity((int)Math.Pow(n, index));
            Matrix<double> after = Matrix<double>.Build.DenseIdentity((int)Math.Pow(n, order - 1 - index));
            sum += before.KroneckerProduct(q).KroneckerProduct(after);
        }

        Vector<Complex> found = Vector<Complex>.Build.Dense(solution);
        double Residual() => ((shift * found) - (sum.ToComplex() * found) - Vector<Complex>.Build.Dense(right)).InfinityNorm();

        // A well-conditioned basis of at most five vectors, applied twice per index.
        Assert.True(Residual() < 1e-13, $"{Residual()}");

        // Mutation: one element off by 1e-9.
        found[length / 2] += 1e-9;
        Assert.True(Residual() > 1e-10);
    }

    [Theory]
    [Trait("Kind", "CrossCheck")]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(24)]
    public void Eigenvectors_satisfy_their_equation(int n)
    {
        // A rotation in every pair of coordinates gives complex pairs; a zero block once made MathNet's complex algorithm loop forever.
        Matrix<double> matrix = Stable(n).MapIndexed((i, k, value) => i >= 9 && k < 9 ? 0 : value + (k == i + 1 ? 3 : k == i - 1 ? -3 : 0));
        var eigen = new EigenDecomposition(matrix);
        Matrix<Complex> Residual(Matrix<Complex> vectors) =>
            (matrix.ToComplex() * vectors) - (vectors * Matrix<Complex>.Build.DenseOfDiagonalArray([.. eigen.Values]));

        // Rounding errors for a matrix of norm 10 and vectors of length about 1.
        Assert.True(Residual(eigen.Vectors).FrobeniusNorm() < 1e-12);
        Assert.True(n == 1 || eigen.Values.Any(each => each.Imaginary > 1));

        // Mutation: the conjugate vectors do not belong to the same eigenvalues.
        Assert.True(n == 1 || Residual(eigen.Vectors.Conjugate()).FrobeniusNorm() > 1);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Matrices_with_NaN_are_rejected() =>
        Assert.Throws<ArgumentException>(() => new EigenDecomposition(Matrix<double>.Build.Dense(2, 2, double.NaN)));

    private static Matrix<double> Stable(int n) =>
        Matrix<double>.Build.Dense(n, n, (i, k) => (i == k ? -1 - (0.1 * i) : 0) + (0.4 * Math.Sin((3 * i) + (7 * k)) / n));
}
