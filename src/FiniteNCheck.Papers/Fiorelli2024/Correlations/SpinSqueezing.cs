using FiniteNCheck.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Correlations;

/// <summary>
/// The spin squeezing parameter <c>xi^2 = N (Delta J_n1)^2 / (&lt;J_n2&gt;^2 + &lt;J_n3&gt;^2)</c> of all N spins of
/// both blocks, smallest over the directions <c>n1</c> across the mean spin. Every separable state of N spins 1/2,
/// Gaussian or not, has <c>xi^2 >= 1</c>: A. Sorensen, L.-M. Duan, J. I. Cirac and P. Zoller, Nature 409, 63 (2001),
/// eq. (3). The spins of block 2 are turned by pi about x first, a local unitary, so that both blocks align.
/// </summary>
internal static class SpinSqueezing
{
    /// <summary>The parameter: with <c>J = N m/2</c> and <c>(Delta J_n)^2 = N Sigma_nn/4</c> it is <c>min Sigma_nn/|m|^2</c>.</summary>
    /// <param name="covariance">The covariance of the six fluctuations of two equal blocks.</param>
    /// <param name="m">Their averages.</param>
    public static double Parameter(Matrix<double> covariance, Vector<double> m)
    {
        var turn = Matrix<double>.Build.DenseOfDiagonalArray([1, -1, -1]);
        Matrix<double> sum = Matrix<double>.Build.DenseIdentity(3).Append(turn);
        Matrix<double> total = sum * covariance * sum.Transpose() / 2;
        Vector<double> mean = sum * m / 2;
        return TransverseVariance.Smallest(total, mean) / mean.DotProduct(mean);
    }
}
