using FiniteNCheck.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Correlations;

/// <summary>Symplectic quantities of covariance matrices from their definitions, without the invariants (74).</summary>
internal static class SymplecticAlgebra
{
    /// <summary>The symplectic form of modes with quadratures <c>x_1, y_1, x_2, y_2, ...</c>.</summary>
    /// <param name="modes">The number of modes.</param>
    public static Matrix<double> Form(int modes) =>
        Matrix<double>
            .Build.DenseIdentity(modes)
            .KroneckerProduct(
                Matrix<double>.Build.DenseOfArray(
                    new double[,]
                    {
                        { 0, 1 },
                        { -1, 0 },
                    }));

    /// <summary>
    /// The symplectic eigenvalues of <c>V</c>, smallest first: the moduli of the eigenvalues of <c>i J V</c>, each of
    /// which comes with both signs. Vacuum has 1.
    /// </summary>
    /// <param name="v">The covariance matrix of canonical quadratures.</param>
    public static double[] Eigenvalues(Matrix<double> v)
    {
        double[] moduli = [.. new EigenDecomposition(Form(v.RowCount / 2) * v).Values.Select(each => each.Magnitude).Order()];
        return [.. moduli.Where((_, i) => i % 2 == 0)];
    }

    /// <summary>The partial transpose of two modes: <c>y_2</c> reversed.</summary>
    /// <param name="v">The covariance matrix.</param>
    public static Matrix<double> PartialTranspose(Matrix<double> v)
    {
        var reversal = Matrix<double>.Build.DenseOfDiagonalArray([1, 1, 1, -1]);
        return reversal * v * reversal;
    }

    /// <summary>
    /// The smallest eigenvalue of the Hermitian matrix <c>S + i A</c>; not negative for <c>A = sigma/2</c> where the
    /// uncertainty relation holds.
    /// </summary>
    /// <param name="symmetric">The symmetric real part.</param>
    /// <param name="antisymmetric">The antisymmetric imaginary part.</param>
    public static double SmallestEigenvalue(Matrix<double> symmetric, Matrix<double> antisymmetric)
    {
        // S + iA has the eigenvalues of ((S, -A), (A, S)), each once more.
        Matrix<double> real = symmetric.Append(-antisymmetric).Stack(antisymmetric.Append(symmetric));
        return SymmetricEigenvalues.Smallest(real.ToRowMajorArray(), real.RowCount);
    }
}
