using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Numerics;

/// <summary>Eigenvalues and singular values of small real matrices.</summary>
public static class DenseSpectrum
{
    /// <summary>All eigenvalues, with right eigenvectors of unit length.</summary>
    /// <param name="matrix">The real square matrix, finite.</param>
    /// <returns>The eigenvalues, conjugate pairs adjacent; <c>Vectors[k]</c> belongs to <c>Values[k]</c>.</returns>
    public static (Complex[] Values, Complex[][] Vectors) Decompose(double[,] matrix)
    {
        var found = new EigenDecomposition(Matrix<double>.Build.DenseOfArray(matrix));
        return ([.. found.Values], [.. found.Vectors.EnumerateColumns().Select(column => Normalise(column.ToArray()))]);
    }

    /// <summary>The singular values, the largest first.</summary>
    /// <param name="matrix">The real matrix, finite.</param>
    public static double[] SingularValues(double[,] matrix) =>
        Matrix<double>.Build.DenseOfArray(matrix).Svd(computeVectors: false).S.ToArray();

    private static Complex[] Normalise(Complex[] vector)
    {
        double length = Math.Sqrt(vector.Sum(element => (element.Real * element.Real) + (element.Imaginary * element.Imaginary)));
        return length > 0 ? Array.ConvertAll(vector, element => element / length) : vector;
    }
}
