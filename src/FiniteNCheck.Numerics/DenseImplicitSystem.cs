using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Numerics;

/// <summary>An autonomous system <c>dy/dt = f(y)</c> with a dense Jacobian.</summary>
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
