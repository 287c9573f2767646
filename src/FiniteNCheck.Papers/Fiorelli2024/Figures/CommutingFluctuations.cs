using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>
/// Correlations of the paramagnetic state. Its averages vanish, so all six fluctuations commute (29): they are
/// classical Gaussian variables, of which (69)-(76) make no modes. Their discord is zero, and all correlations are
/// classical.
/// </summary>
internal static class CommutingFluctuations
{
    private const int Axes = 3;

    /// <summary>
    /// The mutual information <c>ln(det Sigma_11 det Sigma_22/det Sigma)/2</c> of the fluctuations of the two blocks,
    /// natural logarithm.
    /// </summary>
    /// <param name="covariance">The covariance of the six fluctuations.</param>
    public static double MutualInformation(Matrix<double> covariance)
    {
        double first = covariance.SubMatrix(0, Axes, 0, Axes).Determinant();
        double second = covariance.SubMatrix(Axes, Axes, Axes, Axes).Determinant();
        return Math.Log(first * second / covariance.Determinant()) / 2;
    }
}
