using FiniteNCheck.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Theory;

/// <summary>Linear stability of a drift or Jacobian.</summary>
public static class Stability
{
    /// <summary>
    /// The spectral abscissa, the largest real part of an eigenvalue; an inverse time. If negative, all fluctuations decay.
    /// </summary>
    /// <param name="matrix">The square matrix.</param>
    public static double SpectralAbscissa(Matrix<double> matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return new EigenDecomposition(matrix).Values.Max(each => each.Real);
    }

    /// <summary>
    /// The magnitude of the real part below which an eigenvalue counts as zero: 1e-8 of the largest rate. This is the numerical
    /// splitting of a double eigenvalue of a defective matrix in double precision.
    /// </summary>
    /// <param name="scale">The largest rate, an inverse time.</param>
    public static double MarginalRate(double scale) => 1e-8 * scale;
}
