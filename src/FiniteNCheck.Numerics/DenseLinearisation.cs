using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Numerics;

/// <summary>A dense Jacobian, solved by LU factorisation.</summary>
/// <param name="jacobian">The square matrix <c>J</c>.</param>
public sealed class DenseLinearisation(Matrix<double> jacobian) : ILinearisation
{
    /// <inheritdoc/>
    public Action<Complex[]> Factorise(Complex shift)
    {
        var lu = Shifted(jacobian, shift).LU();
        return right => lu.Solve(Vector<Complex>.Build.Dense(right)).AsArray().CopyTo(right, 0);
    }

    /// <summary>The complex matrix <c>shift - J</c>.</summary>
    /// <param name="jacobian">The square matrix <c>J</c>.</param>
    /// <param name="shift">The shift.</param>
    public static Matrix<Complex> Shifted(Matrix<double> jacobian, Complex shift)
    {
        ArgumentNullException.ThrowIfNull(jacobian);
        return Matrix<Complex>.Build.Dense(
            jacobian.RowCount,
            jacobian.ColumnCount,
            (i, j) => (i == j ? shift : Complex.Zero) - jacobian.At(i, j));
    }
}
