using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Theory;

/// <summary>
/// The coefficients of the covariance equation <c>dSigma/dt = Q Sigma + Sigma Q^T + D</c> (50) for the fluctuations
/// <c>F_(a,h) = sqrt(N_h) (m_(a,h) - &lt;m_(a,h)&gt;)</c> (27), at a mean-field state <c>m</c>, for any local dimension. Immutable and
/// thread-safe.
/// </summary>
public abstract class FluctuationCoefficients
{
    private protected FluctuationCoefficients()
    {
    }

    /// <summary>The mean-field flow of the model.</summary>
    public abstract MeanFieldFlow MeanField { get; }

    /// <summary>The number of fluctuations.</summary>
    public int Dimension => MeanField.Dimension;

    /// <summary>The share of the block of each average.</summary>
    private protected abstract double[] Shares { get; }

    /// <summary>The noise matrix <c>C</c>: a Gram matrix, Hermitian and positive semidefinite by construction.</summary>
    /// <param name="m">The averages.</param>
    public abstract Matrix<Complex> NoiseMatrix(Vector<double> m);

    /// <summary>The diffusion matrix <c>D = Re C</c> of (50), an inverse time; symmetric, positive semidefinite.</summary>
    /// <param name="m">The averages.</param>
    public Matrix<double> Diffusion(Vector<double> m) => NoiseMatrix(m).Real();

    /// <summary>
    /// The antisymmetric part <c>Im C</c>, which preserves the commutators: <c>dsigma/dt = Q sigma + sigma Q^T + 2 Im C</c> along the flow.
    /// </summary>
    /// <param name="m">The averages.</param>
    public Matrix<double> CommutatorNoise(Vector<double> m) => NoiseMatrix(m).Imaginary();

    /// <summary>The drift <c>Q_hk = sqrt(N_h/N_k) J_hk</c> of (50), an inverse time.</summary>
    /// <param name="m">The averages.</param>
    /// <param name="drift">Which response <c>J</c> of the mean-field flow it takes.</param>
    public Matrix<double> Drift(Vector<double> m, Drift drift)
    {
        ArgumentNullException.ThrowIfNull(drift);
        double[] shares = Shares;
        Matrix<double> response = drift.Response(MeanField, Checked(m));
        response.MapIndexedInplace((i, k, value) => Math.Sqrt(shares[i] / shares[k]) * value);
        return response;
    }

    private protected Vector<double> Checked(Vector<double> m)
    {
        ArgumentNullException.ThrowIfNull(m);
        return m.Count == Dimension
            ? m
            : throw new ArgumentException($"The state has {m.Count} averages; the model has {Dimension}.", nameof(m));
    }
}
