using System.Numerics;

namespace FiniteNCheck.Numerics;

/// <summary>The eigenvalues of a real linear map L restricted to a space, <c>Q' L Q y = lambda y</c>, with their residuals.</summary>
public static class RayleighRitz
{
    /// <summary>Computes the eigenvalues.</summary>
    /// <param name="basis">An orthonormal basis Q.</param>
    /// <param name="images">The vectors <c>L q</c>.</param>
    /// <returns>
    /// The eigenvalues, the largest real part first and of a conjugate pair the one with positive imaginary part, each with
    /// <c>||L x - lambda x||</c> in the Euclidean norm for <c>||x|| = 1</c>.
    /// </returns>
    public static (Complex Value, double Residual)[] Solve(IReadOnlyList<double[]> basis, IReadOnlyList<double[]> images)
    {
        ArgumentNullException.ThrowIfNull(basis);
        ArgumentNullException.ThrowIfNull(images);
        if (basis.Count == 0)
        {
            return [];
        }

        double[,] matrix = new double[basis.Count, basis.Count];
        for (int row = 0; row < basis.Count; row++)
        {
            for (int column = 0; column < basis.Count; column++)
            {
                matrix[row, column] = LinearCombination.Dot(basis[row], images[column]);
            }
        }

        (Complex[] values, Complex[][] vectors) = DenseSpectrum.Decompose(matrix);
        return
        [
            .. values.Select((value, k) => (value, Residual(value, vectors[k])))
                .OrderByDescending(pair => pair.value.Real)
                .ThenByDescending(pair => pair.value.Imaginary),
        ];

        double Residual(Complex value, Complex[] y)
        {
            double[] real = new double[basis[0].Length];
            double[] imaginary = new double[basis[0].Length];
            for (int k = 0; k < y.Length; k++)
            {
                Complex shifted = value * y[k];
                LinearCombination.AddScaled(real, y[k].Real, images[k]);
                LinearCombination.AddScaled(real, -shifted.Real, basis[k]);
                LinearCombination.AddScaled(imaginary, y[k].Imaginary, images[k]);
                LinearCombination.AddScaled(imaginary, -shifted.Imaginary, basis[k]);
            }

            return Math.Sqrt(LinearCombination.Dot(real, real) + LinearCombination.Dot(imaginary, imaginary));
        }
    }
}
