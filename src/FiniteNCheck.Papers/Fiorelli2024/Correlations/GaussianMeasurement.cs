using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Correlations;

/// <summary>
/// The smallest determinant of mode 1 after a Gaussian measurement of mode 2, by search:
/// <c>min det(a_1 - c (a_2 + s)^-1 c^T)</c> over the pure seeds <c>s = R(phi) diag(l, 1/l) R(phi)^T</c>,
/// <c>0 &lt;= l &lt;= 1</c>; <c>l = 0</c> is homodyne, <c>l = 1</c> heterodyne detection.
/// </summary>
internal static class GaussianMeasurement
{
    private const int Angles = 48;
    private const int Squeezings = 24;

    // Each round shrinks the steps by this; 60 rounds bring them to 1e-11, and the determinant is stationary there.
    private const double Shrinking = 0.65;
    private const int Rounds = 60;

    /// <summary>The smallest determinant.</summary>
    /// <param name="v">The covariance matrix of the two modes.</param>
    public static double MinDeterminant(Matrix<double> v)
    {
        (double phi, double l, double least) = (0, 0, double.PositiveInfinity);
        double stepPhi = Math.PI / Angles;
        double stepL = 1.0 / Squeezings;
        for (int i = 0; i < Angles; i++)
        {
            for (int k = 0; k <= Squeezings; k++)
            {
                Try(i * stepPhi, k * stepL);
            }
        }

        for (int round = 0; round < Rounds; round++)
        {
            (double phi0, double l0) = (phi, l);
            for (int i = -2; i <= 2; i++)
            {
                for (int k = -2; k <= 2; k++)
                {
                    Try(phi0 + (i * stepPhi / 2), Math.Clamp(l0 + (k * stepL / 2), 0, 1));
                }
            }

            stepPhi *= Shrinking;
            stepL *= Shrinking;
        }

        return least;

        void Try(double angle, double squeezing)
        {
            double determinant = Determinant(v, angle, squeezing);
            (phi, l, least) = determinant < least ? (angle, squeezing, determinant) : (phi, l, least);
        }
    }

    // (a + s)^-1 = adj(a + s) / (det a + 1 + tr(adj(a) s)); numerator and denominator times l are finite down to l = 0.
    private static double Determinant(Matrix<double> v, double phi, double l)
    {
        (double sin, double cos) = Math.SinCos(phi);
        double sxx = (l * l * cos * cos) + (sin * sin);
        double syy = (l * l * sin * sin) + (cos * cos);
        double sxy = ((l * l) - 1) * sin * cos;
        (double axx, double axy, double ayy) = (v[2, 2], v[2, 3], v[3, 3]);
        double denominator = (l * ((axx * ayy) - (axy * axy) + 1)) + (ayy * sxx) + (axx * syy) - (2 * axy * sxy);
        double ixx = ((l * ayy) + syy) / denominator;
        double iyy = ((l * axx) + sxx) / denominator;
        double ixy = -((l * axy) + sxy) / denominator;
        double xx = v[0, 0] - Form(0, 0);
        double yy = v[1, 1] - Form(1, 1);
        double xy = v[0, 1] - Form(0, 1);
        return (xx * yy) - (xy * xy);

        double Form(int r, int q) =>
            (v[r, 2] * ((ixx * v[q, 2]) + (ixy * v[q, 3]))) + (v[r, 3] * ((ixy * v[q, 2]) + (iyy * v[q, 3])));
    }
}
