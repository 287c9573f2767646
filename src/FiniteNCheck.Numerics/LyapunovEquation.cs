using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Numerics;

/// <summary>The continuous Lyapunov equation <c>Q S + S Q^T + D = 0</c>.</summary>
public static class LyapunovEquation
{
    /// <summary>
    /// Solves the <c>n^2</c> linear equations <c>(1 x Q + Q x 1) vec S = -vec D</c> in Kronecker form, with one step of iterative
    /// refinement. The result is symmetrised.
    /// </summary>
    /// <param name="q">The square matrix <c>Q</c>. No two of its eigenvalues may add up to zero.</param>
    /// <param name="d">The symmetric matrix <c>D</c>.</param>
    /// <exception cref="ArgumentException">The shapes do not match, or the equation is singular.</exception>
    public static Matrix<double> Solve(Matrix<double> q, Matrix<double> d)
    {
        ArgumentNullException.ThrowIfNull(q);
        ArgumentNullException.ThrowIfNull(d);
        int n = q.RowCount;
        if (q.ColumnCount != n || d.RowCount != n || d.ColumnCount != n)
        {
            throw new ArgumentException(
                $"Q is {n}x{q.ColumnCount} and D is {d.RowCount}x{d.ColumnCount}: expected two square matrices of one size.",
                nameof(d));
        }

        var identity = Matrix<double>.Build.DenseIdentity(n);
        var lu = (identity.KroneckerProduct(q) + q.KroneckerProduct(identity)).LU();
        Matrix<double> Apply(Matrix<double> right) =>
            Matrix<double>.Build.Dense(n, n, lu.Solve(Vector<double>.Build.Dense(right.ToColumnMajorArray())).AsArray());

        Matrix<double> solution = Apply(-d);
        solution -= Apply((q * solution) + (solution * q.Transpose()) + d);
        if (!solution.Enumerate().All(double.IsFinite))
        {
            throw new ArgumentException("The Lyapunov equation is singular: two eigenvalues of Q add to zero.", nameof(q));
        }

        return (solution + solution.Transpose()) / 2;
    }
}
