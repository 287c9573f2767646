using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Numerics;

/// <summary>
/// Solves <c>shift Y - Q Y - Y Q^T = R</c> in the eigenbasis of <c>Q</c>, for many shifts and right-hand sides. Where <c>Q</c> is close to
/// defective it is replaced by a nearby matrix: the solution is then approximate, which is enough to drive an iteration.
/// </summary>
public sealed class ShiftedLyapunovSolver
{
    private const double LargestCondition = 1e7;

    private readonly Complex[] eigenvalues;
    private readonly Matrix<Complex> vectors;
    private readonly Matrix<Complex> inverse;
    private readonly Matrix<Complex> vectorsTransposed;
    private readonly Matrix<Complex> inverseTransposed;

    /// <summary>Prepares the eigenbasis.</summary>
    /// <param name="q">The square matrix <c>Q</c>.</param>
    public ShiftedLyapunovSolver(Matrix<double> q)
    {
        ArgumentNullException.ThrowIfNull(q);
        (eigenvalues, vectors, inverse) = Decompose(q, 0);
        for (double strength = 1e-7; !IsUsable() && strength < 1e-2; strength *= 10)
        {
            (eigenvalues, vectors, inverse) = Decompose(q, strength);
        }

        vectorsTransposed = vectors.Transpose();
        inverseTransposed = inverse.Transpose();
    }

    /// <summary>Solves the equation for one shift and right-hand side.</summary>
    /// <param name="shift">The shift.</param>
    /// <param name="right">The matrix <c>R</c>.</param>
    public Matrix<Complex> Solve(Complex shift, Matrix<Complex> right)
    {
        ArgumentNullException.ThrowIfNull(right);
        Matrix<Complex> inner = inverse * right * inverseTransposed;
        for (int i = 0; i < inner.RowCount; i++)
        {
            for (int j = 0; j < inner.ColumnCount; j++)
            {
                inner.At(i, j, inner.At(i, j) / (shift - eigenvalues[i] - eigenvalues[j]));
            }
        }

        return vectors * inner * vectorsTransposed;
    }

    private bool IsUsable()
    {
        double condition = vectors.FrobeniusNorm() * inverse.FrobeniusNorm();
        return double.IsFinite(condition) && condition < LargestCondition;
    }

    private static (Complex[] Values, Matrix<Complex> Vectors, Matrix<Complex> Inverse) Decompose(Matrix<double> q, double strength)
    {
        // The perturbation is fixed, so that results are reproducible; its pattern only has to split coinciding eigenvalues.
        double scale = strength * q.FrobeniusNorm();
        Matrix<double> near = q.MapIndexed((i, j, value) => value + (scale * Math.Cos((7.3 * i) + (3.1 * j) + (0.7 * i * j))));
        var eigen = new EigenDecomposition(near);
        return ([.. eigen.Values], eigen.Vectors, eigen.Vectors.Inverse());
    }
}
