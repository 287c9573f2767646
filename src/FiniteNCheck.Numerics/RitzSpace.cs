using System.Collections.Immutable;
using System.Numerics;

namespace FiniteNCheck.Numerics;

/// <summary>A space with what a real linear map L makes of it, and the eigenvalues there: <c>Q' L Q y = lambda y</c>.</summary>
public sealed class RitzSpace
{
    private readonly IReadOnlyList<double[]> images;

    /// <summary>Computes the eigenvalues.</summary>
    /// <param name="basis">An orthonormal basis Q; kept.</param>
    /// <param name="images">The vectors <c>L q</c>; kept.</param>
    public RitzSpace(IReadOnlyList<double[]> basis, IReadOnlyList<double[]> images)
    {
        ArgumentNullException.ThrowIfNull(basis);
        ArgumentNullException.ThrowIfNull(images);
        (Basis, this.images) = (basis, images);
        Pairs = basis.Count == 0 ? [] : Solve();
    }

    /// <summary>The basis Q.</summary>
    public IReadOnlyList<double[]> Basis { get; }

    /// <summary>
    /// The eigenvalues, the largest real part first and of a conjugate pair the one with positive imaginary part.
    /// </summary>
    public ImmutableArray<RitzPair> Pairs { get; }

    /// <summary>The Euclidean norm of <c>L x - lambda x</c> for a vector of the space.</summary>
    /// <param name="value">The number lambda.</param>
    /// <param name="coefficients">The coefficients y of <c>x = Q y</c>.</param>
    public double Residual(Complex value, ReadOnlySpan<Complex> coefficients)
    {
        double[] real = new double[Basis[0].Length];
        double[] imaginary = new double[Basis[0].Length];
        for (int k = 0; k < coefficients.Length; k++)
        {
            Complex factor = coefficients[k];
            Complex shifted = value * factor;
            LinearCombination.AddScaled(real, factor.Real, images[k]);
            LinearCombination.AddScaled(real, -shifted.Real, Basis[k]);
            LinearCombination.AddScaled(imaginary, factor.Imaginary, images[k]);
            LinearCombination.AddScaled(imaginary, -shifted.Imaginary, Basis[k]);
        }

        return Math.Sqrt(LinearCombination.Dot(real, real) + LinearCombination.Dot(imaginary, imaginary));
    }

    private ImmutableArray<RitzPair> Solve()
    {
        double[,] matrix = new double[Basis.Count, Basis.Count];
        for (int row = 0; row < Basis.Count; row++)
        {
            for (int column = 0; column < Basis.Count; column++)
            {
                matrix[row, column] = LinearCombination.Dot(Basis[row], images[column]);
            }
        }

        (Complex[] values, Complex[][] vectors) = DenseSpectrum.Decompose(matrix);
        return
        [
            .. values.Select((value, k) => new RitzPair(value, Residual(value, vectors[k]), [.. vectors[k]]))
                .OrderByDescending(pair => pair.Value.Real)
                .ThenByDescending(pair => pair.Value.Imaginary),
        ];
    }
}
