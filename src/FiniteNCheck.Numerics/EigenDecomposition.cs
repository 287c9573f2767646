using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Numerics;

/// <summary>
/// Eigenvalues and right eigenvectors of a real square matrix. By way of the library's real algorithm: its complex one does not always end on matrices
/// with zero blocks (MathNet.Numerics 5.0.0).
/// </summary>
public sealed class EigenDecomposition
{
    private const int MostAttempts = 8;

    /// <summary>Decomposes a matrix.</summary>
    /// <param name="matrix">The real square matrix, finite.</param>
    /// <exception cref="ArgumentException">An element is not finite.</exception>
    /// <exception cref="NonConvergenceException">No eigenvalues were found; not known to happen.</exception>
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
            // Of a conjugate pair, column k holds the real and column k + 1 the imaginary part of the vector that belongs to +Im.
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

    // The shifts of the algorithm can go round in circles on special patterns of elements; a reflection, its own inverse, mixes them.
    private static (Complex[] Values, Matrix<double> Vectors) Decompose(Matrix<double> matrix)
    {
        Matrix<double>? reflection = null;
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                // The library looks for symmetry itself: its general algorithm does not converge on a zero matrix.
                var found = (reflection is null ? matrix : reflection * matrix * reflection).Evd();
                return (found.EigenValues.ToArray(), reflection is null ? found.EigenVectors : reflection * found.EigenVectors);
            }
            catch (NonConvergenceException) when (attempt < MostAttempts)
            {
                double start = attempt;
                var normal = Vector<double>.Build.Dense(matrix.RowCount, i => 1 / (start + i)).Normalize(2);
                reflection = Matrix<double>.Build.DenseIdentity(matrix.RowCount) - (2 * normal.OuterProduct(normal));
            }
        }
    }

    /// <summary>The eigenvalues; conjugate pairs lie side by side, the positive imaginary part first.</summary>
    public IReadOnlyList<Complex> Values { get; }

    /// <summary>The matrix whose columns are the right eigenvectors.</summary>
    public Matrix<Complex> Vectors { get; }
}
