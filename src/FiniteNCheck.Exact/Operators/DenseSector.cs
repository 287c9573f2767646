using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Operators;

/// <summary>
/// A dense square matrix of one sector, row by row, with real and imaginary parts in separate arrays; without imaginary parts where the
/// state is real.
/// </summary>
internal sealed class DenseSector
{
    // Relative size of the imaginary parts that rounding leaves in elements which are real by symmetry.
    private const double Rounding = 1e-13;

    private readonly int dimension;
    private readonly double[] re;
    private readonly double[] im;

    /// <summary>Copies an operator.</summary>
    /// <param name="matrix">The operator.</param>
    /// <param name="isComplex">Whether the state is complex.</param>
    /// <exception cref="InvalidOperationException">A real state was chosen for a generator with complex elements.</exception>
    public DenseSector(Complex[,] matrix, bool isComplex)
        : this(matrix.GetLength(0), isComplex)
    {
        double largest = 0;
        double largestIm = 0;
        for (int i = 0; i < re.Length; i++)
        {
            Complex element = matrix[i / dimension, i % dimension];
            re[i] = element.Real;
            largest = Math.Max(largest, element.Magnitude);
            largestIm = Math.Max(largestIm, Math.Abs(element.Imaginary));
            if (isComplex)
            {
                im[i] = element.Imaginary;
            }
        }

        if (!isComplex && largestIm > Rounding * largest)
        {
            throw new InvalidOperationException("A real representation was chosen for a generator with complex elements.");
        }
    }

    private DenseSector(int dimension, bool isComplex)
    {
        this.dimension = dimension;
        re = new double[dimension * dimension];
        im = isComplex ? new double[dimension * dimension] : [];
    }

    /// <summary>Reads a sector of a state as a Hermitian matrix. Imaginary parts that rounding left on the diagonal are ignored.</summary>
    /// <remarks>
    /// If they were read, matrix products would turn them into an anti-Hermitian part. Only its lower half is stored, and that half would
    /// be taken for half of a Hermitian matrix. Nothing contracts that map: it amplified rounding by e^(0.4 N).
    /// </remarks>
    /// <param name="state">The state.</param>
    /// <param name="sector">The sector.</param>
    public static DenseSector Read(DensityMatrix state, Sector sector)
    {
        bool isComplex = state.Layout.IsComplex;
        var matrix = new DenseSector(sector.Dimension, isComplex);
        foreach (Strip strip in state.Layout.StripsIn(sector))
        {
            for (int i = 0; i < strip.Length; i++)
            {
                Complex element = state[strip, i];
                int below = ((strip.Row + i) * sector.Dimension) + strip.Column + i;
                int above = ((strip.Column + i) * sector.Dimension) + strip.Row + i;
                matrix.re[below] = element.Real;
                matrix.re[above] = element.Real;
                if (isComplex && !strip.IsDiagonal)
                {
                    matrix.im[above] = -element.Imaginary;
                    matrix.im[below] = element.Imaginary;
                }
            }
        }

        return matrix;
    }

    /// <summary>Writes the matrix to a sector of a state, or adds it.</summary>
    /// <param name="state">The state.</param>
    /// <param name="sector">The sector.</param>
    /// <param name="add">Whether to add to what the state holds.</param>
    public void Write(DensityMatrix state, Sector sector, bool add)
    {
        bool isComplex = state.Layout.IsComplex;
        foreach (Strip strip in state.Layout.StripsIn(sector))
        {
            for (int i = 0; i < strip.Length; i++)
            {
                int below = ((strip.Row + i) * dimension) + strip.Column + i;
                Complex before = add ? state[strip, i] : Complex.Zero;
                state[strip, i] = new Complex(re[below] + before.Real, (isComplex ? im[below] : 0) + before.Imaginary);
            }
        }
    }

    /// <summary>The product with another matrix.</summary>
    /// <param name="right">The right factor.</param>
    public DenseSector Times(DenseSector right)
    {
        var product = new DenseSector(dimension, im.Length > 0);
        MatrixProduct.Add(re, right.re, product.re, dimension);
        if (im.Length > 0)
        {
            MatrixProduct.Add(im, right.im, product.re, dimension, -1);
            MatrixProduct.Add(re, right.im, product.im, dimension);
            MatrixProduct.Add(im, right.re, product.im, dimension);
        }

        return product;
    }

    /// <summary>Adds the adjoint of the matrix to the matrix.</summary>
    public void AddAdjoint()
    {
        for (int row = 0; row < dimension; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                int below = (row * dimension) + column;
                int above = (column * dimension) + row;
                re[below] += re[above];
                re[above] = re[below];
                if (im.Length > 0)
                {
                    im[below] -= im[above];
                    im[above] = -im[below];
                }
            }
        }
    }

    /// <summary>A bound of the largest eigenvalue of <c>-(A + A+)</c>, by Gershgorin circles.</summary>
    public double DecayBound()
    {
        double bound = 0;
        for (int row = 0; row < dimension; row++)
        {
            double circle = -2 * re[(row * dimension) + row];
            for (int column = 0; column < dimension; column++)
            {
                if (column != row)
                {
                    int below = (row * dimension) + column;
                    int above = (column * dimension) + row;
                    circle += im.Length > 0
                        ? new Complex(re[below] + re[above], im[below] - im[above]).Magnitude
                        : Math.Abs(re[below] + re[above]);
                }
            }

            bound = Math.Max(bound, circle);
        }

        return bound;
    }
}
