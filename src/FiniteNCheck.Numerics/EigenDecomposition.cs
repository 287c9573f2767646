using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Numerics;

/// <summary>
/// Eigenvalues and right eigenvectors of a real square matrix. Uses MathNet's algorithm for real matrices, since the complex one does not
/// always terminate on matrices with zero blocks (MathNet.Numerics 5.0.0).
/// </summary>
public sealed class EigenDecomposition
{
    private const int MaxAttempts = 8;

    /// <summary>Decomposes a matrix.</summary>
    /// <param name="matrix">The real square matrix, finite.</param>
    /// <exception cref="ArgumentException">An element is not finite.</exception>
    /// <exception cref="NonConvergenceException">The algorithm did not converge; not known to happen.</exception>
    public EigenDecomposition(Matrix<double> matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (!matrix.Enumerate().All(double.IsFinite))
        {
            throw new ArgumentException("The matrix has elements that are not finite numbers.", nameof(matrix));
        }

        (Complex[] values, Matrix<double> real) = Decompose(matrix);
        Values = values;
        Vectors = Matrix<Complex>.Build.Dense(matrix.RowCount, matrix.ColumnCount);
        for (int k = 0; k < values.Length; k++)
        {
            // For a conjugate pair, columns k and k + 1 hold the real and imaginary parts of the eigenvector to the eigenvalue with Im > 0.
            if (values[k].Imaginary > 0 && k + 1 < values.Length)
            {
                for (int i = 0; i < matrix.RowCount; i++)
                {
                    var element = new Complex(real.At(i, k), real.At(i, k + 1));
                    Vectors.At(i, k, element);
                    Vectors.At(i, k + 1, Complex.Conjugate(element));
                }

                k++;
            }
            else
            {
                Vectors.SetColumn(k, real.Column(k).ToComplex());
            }
        }
    }

    // The shifted QR iteration can cycle on special patterns of elements. A similarity transformation by a Householder reflection
    // breaks them.
    private static (Complex[] Values, Matrix<double> Vectors) Decompose(Matrix<double> matrix)
    {
        Matrix<double>? reflection = null;
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                // MathNet detects symmetry itself; its general algorithm does not converge for the zero matrix.
                var found = (reflection is null ? matrix : reflection * matrix * reflection).Evd();
                return (found.EigenValues.ToArray(), reflection is null ? found.EigenVectors : reflection * found.EigenVectors);
            }
            catch (NonConvergenceException) when (attempt < MaxAttempts)
            {
                double start = attempt;
                var normal = Vector<double>.Build.Dense(matrix.RowCount, i => 1 / (start + i)).Normalize(2);
                reflection = Matrix<double>.Build.DenseIdentity(matrix.RowCount) - (2 * normal.OuterProduct(normal));
            }
        }
    }

    /// <summary>The eigenvalues. Conjugate pairs are adjacent, the one with positive imaginary part first.</summary>
    public IReadOnlyList<Complex> Values { get; }

    /// <summary>The matrix whose columns are the right eigenvectors.</summary>
    public Matrix<Complex> Vectors { get; }
}
