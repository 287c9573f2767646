using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Operators;

/// <summary>
/// An operator inside one sector as a sum of bands: for each offset <c>o</c> the elements <c>&lt;r| O |r - o&gt;</c>, indexed by the row
/// <c>r</c>. Collective spin operators and their products have only a few bands.
/// </summary>
internal sealed class BandOperator
{
    private readonly SortedList<int, Complex[]> bands = [];

    /// <summary>Creates the zero operator.</summary>
    /// <param name="dimension">The number of states.</param>
    public BandOperator(int dimension) => Dimension = dimension;

    /// <summary>The number of states.</summary>
    public int Dimension { get; }

    /// <summary>The bands: offset and elements by row.</summary>
    public IReadOnlyDictionary<int, Complex[]> Bands => bands;

    /// <summary>A multiple of the identity.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="value">The factor.</param>
    public static BandOperator Scalar(Sector sector, Complex value)
    {
        var scalar = new BandOperator(sector.Dimension);
        Array.Fill(scalar.Band(0), value);
        return scalar;
    }

    /// <summary>The collective operator <c>coefficients . (sum_i sigma_+, sigma_-, sigma_z)</c> of one block.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="block">The block.</param>
    /// <param name="raise">Coefficient of <c>sum sigma_+</c>.</param>
    /// <param name="lower">Coefficient of <c>sum sigma_-</c>.</param>
    /// <param name="z">Coefficient of <c>sum sigma_z</c>.</param>
    public static BandOperator Collective(Sector sector, int block, Complex raise, Complex lower, Complex z)
    {
        var sum = new BandOperator(sector.Dimension);
        sum.AddCollectiveBand(sector, block, 1, raise);
        sum.AddCollectiveBand(sector, block, -1, lower);
        sum.AddCollectiveBand(sector, block, 0, z);
        return sum;
    }

    /// <summary>The operator <c>sum_i o^(i)</c> of one block.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="block">The block.</param>
    /// <param name="local">The one-spin operator <c>o</c>.</param>
    public static BandOperator OnSpins(Sector sector, int block, SpinOperator local)
    {
        PauliParts parts = PauliParts.Of(local);
        return Scalar(sector, sector.Spins[block] * parts.Identity)
            .Add(1, Collective(sector, block, parts.Raise, parts.Lower, parts.Z));
    }

    /// <summary>Adds a multiple of another operator to this one, and returns this one.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="other">The other operator.</param>
    public BandOperator Add(Complex factor, BandOperator other)
    {
        foreach ((int offset, Complex[] elements) in other.bands)
        {
            Complex[] band = Band(offset);
            for (int r = 0; r < Dimension; r++)
            {
                band[r] += factor * elements[r];
            }
        }

        return this;
    }

    /// <summary>The product with another operator.</summary>
    /// <param name="right">The right factor.</param>
    public BandOperator Times(BandOperator right)
    {
        var product = new BandOperator(Dimension);
        foreach ((int first, Complex[] left) in bands)
        {
            foreach ((int second, Complex[] elements) in right.bands)
            {
                Complex[] band = product.Band(first + second);
                int from = Math.Max(0, first);
                int to = Math.Min(Dimension, Dimension + first);
                for (int r = from; r < to; r++)
                {
                    band[r] += left[r] * elements[r - first];
                }
            }
        }

        return product;
    }

    /// <summary>The product <c>D O D</c> with a real diagonal matrix <c>D</c> on both sides.</summary>
    /// <param name="diagonal">The diagonal of <c>D</c>.</param>
    public BandOperator Between(double[] diagonal)
    {
        var product = new BandOperator(Dimension);
        foreach ((int offset, Complex[] elements) in bands)
        {
            Complex[] band = product.Band(offset);
            for (int r = Math.Max(0, offset); r < Math.Min(Dimension, Dimension + offset); r++)
            {
                band[r] = diagonal[r] * elements[r] * diagonal[r - offset];
            }
        }

        return product;
    }

    /// <summary>The product <c>O D</c> with a real diagonal matrix <c>D</c> on the right.</summary>
    /// <param name="diagonal">The diagonal of <c>D</c>.</param>
    public BandOperator TimesDiagonal(double[] diagonal)
    {
        var product = new BandOperator(Dimension);
        foreach ((int offset, Complex[] elements) in bands)
        {
            Complex[] band = product.Band(offset);
            for (int r = Math.Max(0, offset); r < Math.Min(Dimension, Dimension + offset); r++)
            {
                band[r] = elements[r] * diagonal[r - offset];
            }
        }

        return product;
    }

    /// <summary>The Hermitian conjugate.</summary>
    public BandOperator Adjoint()
    {
        var adjoint = new BandOperator(Dimension);
        foreach ((int offset, Complex[] elements) in bands)
        {
            Complex[] band = adjoint.Band(-offset);
            for (int r = Math.Max(0, offset); r < Math.Min(Dimension, Dimension + offset); r++)
            {
                band[r - offset] = Complex.Conjugate(elements[r]);
            }
        }

        return adjoint;
    }

    /// <summary>A bound of the largest eigenvalue of <c>-(A + A+)</c>, by Gershgorin circles.</summary>
    /// <param name="states">The rows taken into account.</param>
    public double DecayBound(Range states)
    {
        double bound = 0;
        (int first, int count) = states.GetOffsetAndLength(Dimension);
        for (int r = first; r < first + count; r++)
        {
            double circle = -2 * bands.GetValueOrDefault(0)?[r].Real ?? 0;
            foreach ((int offset, Complex[] elements) in bands)
            {
                int column = r - offset;
                if (offset != 0 && column >= 0 && column < Dimension)
                {
                    Complex mirror = bands.TryGetValue(-offset, out Complex[]? other) ? other[column] : 0;
                    circle += (elements[r] + Complex.Conjugate(mirror)).Magnitude;
                }
            }

            bound = Math.Max(bound, circle);
        }

        return bound;
    }

    /// <summary>
    /// A bound of the spread of the eigenvalues of <c>i (A - A+)/2</c>, the Hamiltonian part of <c>A = -i H - ...</c>, by Gershgorin
    /// circles.
    /// </summary>
    /// <param name="states">The rows taken into account.</param>
    public double OscillationBound(Range states)
    {
        (double lowest, double highest) = (double.PositiveInfinity, double.NegativeInfinity);
        (int first, int count) = states.GetOffsetAndLength(Dimension);
        for (int r = first; r < first + count; r++)
        {
            double centre = -bands.GetValueOrDefault(0)?[r].Imaginary ?? 0;
            double radius = 0;
            foreach ((int offset, Complex[] elements) in bands)
            {
                int column = r - offset;
                if (offset != 0 && column >= 0 && column < Dimension)
                {
                    Complex mirror = bands.TryGetValue(-offset, out Complex[]? other) ? other[column] : 0;
                    radius += (elements[r] - Complex.Conjugate(mirror)).Magnitude / 2;
                }
            }

            lowest = Math.Min(lowest, centre - radius);
            highest = Math.Max(highest, centre + radius);
        }

        return count == 0 ? 0 : highest - lowest;
    }

    /// <summary>The full matrix.</summary>
    public Complex[,] ToDense()
    {
        var matrix = new Complex[Dimension, Dimension];
        foreach ((int offset, Complex[] elements) in bands)
        {
            for (int r = Math.Max(0, offset); r < Math.Min(Dimension, Dimension + offset); r++)
            {
                matrix[r, r - offset] += elements[r];
            }
        }

        return matrix;
    }

    private Complex[] Band(int offset)
    {
        if (!bands.TryGetValue(offset, out Complex[]? band))
        {
            band = new Complex[Dimension];
            bands.Add(offset, band);
        }

        return band;
    }

    private void AddCollectiveBand(Sector sector, int block, int shift, Complex coefficient)
    {
        if (coefficient == Complex.Zero || (shift != 0 && sector.TwiceJ[block] == 0))
        {
            return;
        }

        Complex[] band = Band(shift * sector.Stride(block));
        for (int r = 0; r < Dimension; r++)
        {
            int source = sector.Level(r, block) - shift;
            if (source >= 0 && source < sector.DimensionOf(block))
            {
                band[r] += coefficient * OneSpinTransition.Amplitude(sector.TwiceJ[block], source, 0, shift);
            }
        }
    }
}
