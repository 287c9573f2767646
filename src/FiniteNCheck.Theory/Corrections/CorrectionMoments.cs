using FiniteNCheck.Model;

namespace FiniteNCheck.Theory.Corrections;

/// <summary>
/// Converts cumulants of distinct spins into averages and covariances of blocks. Within a block one in N pairs is a spin with
/// itself, so that exactly <c>Sigma_hh = (N_h - 1) c + 1 - &lt;m&gt;&lt;m&gt;^T</c> with the cumulant <c>c = C/n + Cb/n^2</c> of
/// two distinct spins.
/// </summary>
/// <param name="model">The model.</param>
internal sealed class CorrectionMoments(CollectiveModel model)
{
    private const int Axes = PauliAlgebra.Axes;

    private readonly int n = Axes * model.Blocks.Length;
    private readonly double[] roots = [.. model.Blocks.Select(block => Math.Sqrt(block.Share))];

    /// <summary>The mean field <c>m</c>.</summary>
    /// <param name="state">The state.</param>
    public double[] Mean(double[] state) => state[..n];

    /// <summary>The coefficient <c>mu</c>.</summary>
    /// <param name="state">The state.</param>
    public double[] MeanCorrection(double[] state) => state[n..(2 * n)];

    /// <summary>The limit <c>Sigma = sqrt(s_h s_k) C + delta_hk (delta_ab - m_a m_b)</c>.</summary>
    /// <param name="state">The state.</param>
    public double[,] Covariance(double[] state)
    {
        var parts = new CorrectionState(n, state);
        double[,] covariance = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < n; k++)
            {
                covariance[i, k] = roots[i / Axes] * roots[k / Axes] * parts.C[(i * n) + k];
                covariance[i, k] += i / Axes == k / Axes ? (i == k ? 1 : 0) - (parts.M[i] * parts.M[k]) : 0;
            }
        }

        return covariance;
    }

    /// <summary>The coefficient <c>C1 = sqrt(s_h s_k) Cb - delta_hk (C + m_a mu_b + mu_a m_b)</c>.</summary>
    /// <param name="state">The state, including the corrections of the covariance.</param>
    public double[,] CovarianceCorrection(double[] state)
    {
        var parts = new CorrectionState(n, state);
        double[,] correction = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < n; k++)
            {
                correction[i, k] = roots[i / Axes] * roots[k / Axes] * parts.Cb[(i * n) + k];
                correction[i, k] -= i / Axes == k / Axes
                    ? parts.C[(i * n) + k] + (parts.M[i] * parts.Mu[k]) + (parts.Mu[i] * parts.M[k])
                    : 0;
            }
        }

        return correction;
    }
}
