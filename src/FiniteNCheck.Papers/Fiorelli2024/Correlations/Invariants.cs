using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Correlations;

/// <summary>The local symplectic invariants (74) of two modes, and what the paper computes from them.</summary>
/// <param name="A"><c>det a_1</c>.</param>
/// <param name="B"><c>det a_2</c>.</param>
/// <param name="C"><c>det c_12</c>.</param>
/// <param name="D"><c>det 2 Sigma_2</c>.</param>
internal readonly record struct Invariants(double A, double B, double C, double D)
{
    // Mode 2 in its vacuum is uncorrelated, C = 0 and D = A: a B this near 1 makes (B - 1)^2 a zero divisor.
    private const double Vacuum = 1e-12;

    /// <summary>The invariants of a matrix <c>2 Sigma_2</c> with blocks <c>a_1, c_12, a_2</c> (73).</summary>
    /// <param name="v">The matrix.</param>
    public static Invariants Compute(Matrix<double> v) => new(
        v.SubMatrix(0, 2, 0, 2).Determinant(),
        v.SubMatrix(2, 2, 2, 2).Determinant(),
        v.SubMatrix(0, 2, 2, 2).Determinant(),
        v.Determinant());

    /// <summary>The invariants of the partial transpose: C reversed.</summary>
    public Invariants Transposed => this with { C = -C };

    /// <summary>The symplectic eigenvalues as printed: <c>nu_+-^2 = (A + B + 2C)/2 +- sqrt((A + B + 2C)^2 - 4D)/2</c>.</summary>
    /// <param name="each">The invariants.</param>
    public static (double Minus, double Plus) PrintedEigenvalues(Invariants each)
    {
        double sum = each.A + each.B + (2 * each.C);
        double root = Math.Sqrt(Math.Max(0, (sum * sum) - (4 * each.D)));
        return (Math.Sqrt((sum - root) / 2), Math.Sqrt((sum + root) / 2));
    }

    /// <summary>
    /// <c>E_min</c> as printed after (76), G. Adesso and A. Datta, Phys. Rev. Lett. 105, 030501 (2010): the smallest
    /// determinant of the covariance matrix of mode 1 after a Gaussian measurement of mode 2.
    /// </summary>
    /// <param name="each">The invariants.</param>
    public static double PrintedMinDeterminant(Invariants each)
    {
        (double a, double b, double c, double d) = each;
        if (b - 1 < Vacuum)
        {
            return a;
        }

        double mixed = d - (a * b);
        if (mixed * mixed <= (1 + b) * c * c * (a + d))
        {
            double inner = (c * c) + ((b - 1) * (d - a));
            return ((2 * c * c) + ((b - 1) * (d - a)) + (2 * Math.Abs(c) * Math.Sqrt(inner))) / ((b - 1) * (b - 1));
        }

        return ((a * b) - (c * c) + d - Math.Sqrt(Math.Max(0, (c * c * c * c) + (mixed * mixed) - (2 * c * c * ((a * b) + d))))) / (2 * b);
    }
}
