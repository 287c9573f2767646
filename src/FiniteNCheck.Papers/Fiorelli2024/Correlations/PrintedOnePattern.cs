using FiniteNCheck.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Correlations;

/// <summary>
/// The covariance equation of one pattern with its coefficients typed as printed in (66)-(68), <c>cosh(Delta)</c>
/// read as <c>cosh(beta Delta)</c>.
/// </summary>
internal static class PrintedOnePattern
{
    private static readonly Matrix<double> Same = Matrix<double>.Build.DenseIdentity(2);
    private static readonly Matrix<double> Both = Matrix<double>.Build.Dense(2, 2, 1);

    /// <summary>The stationary covariance of (66), (67), (68).</summary>
    /// <param name="point">A point of the retrieval phase.</param>
    /// <param name="overallFactor">Whether (67) gets the overall factor <c>cosh(beta Delta)</c> that (61) has and (67) lacks.</param>
    public static Matrix<double> StationaryCovariance(PlanePoint point, bool overallFactor)
    {
        double beta = 1 / point.Temperature;
        double omega = point.Field;
        double my = point.Averages![1];
        double mz = point.Averages[2];
        double cosh = Math.Cosh(beta * mz);
        double sinh = Math.Sinh(beta * mz);
        double tanh = Math.Tanh(beta * mz);
        double factor = overallFactor ? cosh : 1;

        // (66), (67), (68)
        Matrix<double> q = Same.KroneckerProduct(
            Of(
                new[,]
                {
                    { -cosh / 2, 0, 0 },
                    { 0, -cosh / 2, -2 * omega },
                    { 0, 2 * omega, -cosh },
                }));
        Matrix<double> gain = Same.KroneckerProduct(
            Of(
                new[,]
                {
                    { 1, 0, 0 },
                    { 0, 1, -tanh * my },
                    { 0, -tanh * my, 2 * (1 - (tanh * mz)) },
                }));
        Matrix<double> back = Both.KroneckerProduct(
            Of(
                new[,]
                {
                    { my * my, 0, 0 },
                    { 0, 0, 0 },
                    { 0, 0, 0 },
                }));
        double coefficient = beta * ((beta / 2 * mz * sinh) + (((beta / 2) - 1) * cosh));
        return LyapunovEquation.Solve(q, (factor * gain) + (coefficient * back));
    }

    private static Matrix<double> Of(double[,] elements) => Matrix<double>.Build.DenseOfArray(elements);
}
