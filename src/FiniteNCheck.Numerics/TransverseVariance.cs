using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace FiniteNCheck.Numerics;

/// <summary>The variance of a vector of three components across its mean.</summary>
public static class TransverseVariance
{
    /// <summary>The smallest variance over the directions across the mean.</summary>
    /// <param name="covariance">The covariance, 3x3 and symmetric.</param>
    /// <param name="mean">The mean, not zero.</param>
    public static double Smallest(Matrix<double> covariance, Vector<double> mean)
    {
        ArgumentNullException.ThrowIfNull(covariance);
        ArgumentNullException.ThrowIfNull(mean);

        // Two directions across the mean: rows of an orthogonal matrix whose first row lies along it.
        Matrix<double> across = mean.ToColumnMatrix().QR(QRMethod.Full).Q.Transpose().RemoveRow(0);
        Matrix<double> transverse = across * covariance * across.Transpose();
        double half = (transverse[0, 0] - transverse[1, 1]) / 2;
        return (transverse.Trace() / 2) - Math.Sqrt((half * half) + (transverse[0, 1] * transverse[0, 1]));
    }
}
