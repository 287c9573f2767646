using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Numerics;

/// <summary>An autonomous system given by its right-hand side and its Jacobian as a dense matrix.</summary>
/// <param name="dimension">The number of unknowns.</param>
/// <param name="rightHandSide">The right-hand side <c>f(y)</c>.</param>
/// <param name="jacobian">The matrix <c>df/dy</c>.</param>
public sealed class DenseImplicitSystem(
    int dimension,
    Func<Vector<double>, Vector<double>> rightHandSide,
    Func<Vector<double>, Matrix<double>> jacobian) : IImplicitSystem
{
    /// <inheritdoc/>
    public int Dimension => dimension;

    /// <inheritdoc/>
    public void Evaluate(ReadOnlySpan<double> y, Span<double> derivative) =>
        rightHandSide(Vector<double>.Build.DenseOfArray(y.ToArray())).AsArray().CopyTo(derivative);

    /// <inheritdoc/>
    public ILinearisation Linearise(ReadOnlySpan<double> y) =>
        new DenseLinearisation(jacobian(Vector<double>.Build.DenseOfArray(y.ToArray())));
}

/// <summary>A Jacobian held as a dense matrix and solved by LU factorisation.</summary>
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
