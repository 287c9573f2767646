using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Generator;

/// <summary>A full square matrix of one sector, row by row, real and imaginary parts apart; no imaginary parts where the state is real.</summary>
internal sealed class DenseSector
{
    // Rounding that rotations leave in elements that are real by symmetry.
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

    /// <summary>Reads a sector of a state as a Hermitian matrix: imaginary parts that rounding left on the diagonal are none of the state's.</summary>
    /// <remarks>
    /// Were they read, products of matrices would make an anti-Hermitian part of them, and its half below the diagonal, all that is kept, would pass for
    /// half of a Hermitian one. Nothing contracts that map: it multiplied rounding by e^(0.4 N).
    /// </remarks>
    /// <param name="layout">The layout of the state.</param>
    /// <param name="state">The state.</param>
    /// <param name="sector">The sector.</param>
    public static DenseSector Read(StateLayout layout, double[] state, Sector sector)
    {
        var matrix = new DenseSector(sector.Dimension, layout.IsComplex);
        foreach (Strip strip in layout.StripsIn(sector))
        {
            for (int i = 0; i < strip.Length; i++)
            {
                int at = strip.Offset + (i * layout.Width);
                int below = ((strip.Row + i) * sector.Dimension) + strip.Column + i;
                int above = ((strip.Column + i) * sector.Dimension) + strip.Row + i;
                matrix.re[below] = state[at];
                matrix.re[above] = state[at];
                if (layout.IsComplex && !strip.IsDiagonal)
                {
                    matrix.im[above] = -state[at + 1];
                    matrix.im[below] = state[at + 1];
                }
            }
        }

        return matrix;
    }

    /// <summary>Writes or adds to a sector of a state.</summary>
    /// <param name="layout">The layout of the state.</param>
    /// <param name="state">The state.</param>
    /// <param name="sector">The sector.</param>
    /// <param name="add">Whether to add.</param>
    public void Write(StateLayout layout, double[] state, Sector sector, bool add)
    {
        foreach (Strip strip in layout.StripsIn(sector))
        {
            for (int i = 0; i < strip.Length; i++)
            {
                int at = strip.Offset + (i * layout.Width);
                int below = ((strip.Row + i) * dimension) + strip.Column + i;
                state[at] = re[below] + (add ? state[at] : 0);
                if (layout.IsComplex)
                {
                    state[at + 1] = im[below] + (add ? state[at + 1] : 0);
                }
            }
        }
    }

    /// <summary>The product with another matrix.</summary>
    /// <param name="right">The right factor.</param>
    public DenseSector Times(DenseSector right)
    {
        var product = new DenseSector(dimension, im.Length > 0);
        for (int row = 0; row < dimension; row++)
        {
            Span<double> toRe = product.re.AsSpan(row * dimension, dimension);
            Span<double> toIm = im.Length > 0 ? product.im.AsSpan(row * dimension, dimension) : default;
            for (int k = 0; k < dimension; k++)
            {
                double a = re[(row * dimension) + k];
                ReadOnlySpan<double> xRe = right.re.AsSpan(k * dimension, dimension);
                if (a != 0)
                {
                    LinearCombination.AddScaled(toRe, a, xRe);
                }

                if (im.Length == 0)
                {
                    continue;
                }

                ReadOnlySpan<double> xIm = right.im.AsSpan(k * dimension, dimension);
                double b = im[(row * dimension) + k];
                if (a != 0)
                {
                    LinearCombination.AddScaled(toIm, a, xIm);
                }

                if (b != 0)
                {
                    LinearCombination.AddScaled(toRe, -b, xIm);
                    LinearCombination.AddScaled(toIm, b, xRe);
                }
            }
        }

        return product;
    }

    /// <summary>Adds the adjoint of the matrix to it.</summary>
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

    /// <summary>A bound of the largest eigenvalue of <c>-(A + A+)</c>, by Gershgorin's circles.</summary>
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
                    circle += im.Length > 0 ? new Complex(re[below] + re[above], im[below] - im[above]).Magnitude : Math.Abs(re[below] + re[above]);
                }
            }

            bound = Math.Max(bound, circle);
        }

        return bound;
    }
}
