using FiniteNCheck.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Theory;

/// <summary>
/// The mean field together with the propagator and accumulated noise of the covariance along it, (22) and (35):
/// <c>dm/dt = f(m)</c>, <c>dX/dt = Q(m) X</c>, <c>dY/dt = Q(m) Y + Y Q(m)^T + D(m)</c>. The state is <c>m, vec X, vec Y</c>.
/// </summary>
/// <param name="fluctuations">The coefficients.</param>
/// <param name="drift">The drift to use.</param>
internal sealed class CovarianceFlow(FluctuationCoefficients fluctuations, Drift drift) : IImplicitSystem
{
    private readonly int n = fluctuations.Dimension;

    /// <inheritdoc/>
    public int Dimension => n + (2 * n * n);

    /// <summary>The initial state: the given averages, <c>X = 1</c>, <c>Y = 0</c>.</summary>
    /// <param name="m">The averages.</param>
    public double[] Start(Vector<double> m)
    {
        double[] state = new double[Dimension];
        m.AsArray().CopyTo(state, 0);
        for (int i = 0; i < n; i++)
        {
            state[n + (i * n) + i] = 1;
        }

        return state;
    }

    /// <summary>The averages <c>m</c> of a state.</summary>
    /// <param name="state">The state.</param>
    public Vector<double> Averages(ReadOnlySpan<double> state) => Vector<double>.Build.DenseOfArray(state[..n].ToArray());

    /// <summary>The propagator <c>X</c> of a state.</summary>
    /// <param name="state">The state.</param>
    public Matrix<double> Propagator(ReadOnlySpan<double> state) =>
        Matrix<double>.Build.Dense(n, n, state.Slice(n, n * n).ToArray());

    /// <summary>The accumulated noise <c>Y</c> of a state.</summary>
    /// <param name="state">The state.</param>
    public Matrix<double> Noise(ReadOnlySpan<double> state) =>
        Matrix<double>.Build.Dense(n, n, state.Slice(n + (n * n), n * n).ToArray());

    /// <inheritdoc/>
    public void Evaluate(ReadOnlySpan<double> y, Span<double> derivative)
    {
        Vector<double> m = Averages(y);
        fluctuations.MeanField.Flow(y[..n], derivative[..n]);
        Matrix<double> q = fluctuations.Drift(m, drift);
        (q * Propagator(y)).AsColumnMajorArray().CopyTo(derivative.Slice(n, n * n));

        // Y is symmetric, so Y Q^T = (Q Y)^T.
        Matrix<double> turned = q * Noise(y);
        (turned + turned.Transpose() + fluctuations.Diffusion(m)).AsColumnMajorArray().CopyTo(derivative.Slice(n + (n * n), n * n));
    }

    /// <inheritdoc/>
    public ILinearisation Linearise(ReadOnlySpan<double> y)
    {
        Vector<double> m = Averages(y);
        return new BlockLinearisation(fluctuations.MeanField.Jacobian(m), fluctuations.Drift(m, drift));
    }

    /// <summary>
    /// The block-diagonal part of the Jacobian. The omitted part, the dependence of Q and D on m, is strictly lower triangular.
    /// The iteration therefore converges first in m, then in X and Y.
    /// </summary>
    private sealed class BlockLinearisation(Matrix<double> jacobian, Matrix<double> q) : ILinearisation
    {
        private readonly ShiftedKroneckerSolver noise = new(q);

        public Action<Complex[]> Factorise(Complex shift)
        {
            var averages = DenseLinearisation.Shifted(jacobian, shift).LU();
            var propagator = DenseLinearisation.Shifted(q, shift).LU();
            int n = q.RowCount;
            return right =>
            {
                averages.Solve(Vector<Complex>.Build.DenseOfArray(right[..n])).AsArray().CopyTo(right, 0);
                Matrix<Complex> x = Matrix<Complex>.Build.Dense(n, n, right[n..(n + (n * n))]);
                propagator.Solve(x).AsColumnMajorArray().CopyTo(right, n);
                noise.Solve(shift, right.AsSpan(n + (n * n)), order: 2);
            };
        }
    }
}
