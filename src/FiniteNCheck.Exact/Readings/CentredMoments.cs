using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Readings;

/// <summary>
/// Expectation values of symmetrised products of the centred and scaled spins <c>(S_a - &lt;S_a&gt;)/sqrt(N_h)</c> of the model's blocks.
/// Spins of different blocks commute: the products factor into one per block.
/// </summary>
internal sealed class CentredMoments
{
    private readonly SymmetrisedProducts[] blocks;
    private readonly int[][] productsOf;
    private readonly double[] values;

    /// <summary>Computes moments.</summary>
    /// <param name="snapshot">The state; one group per block of the model.</param>
    /// <param name="wanted">The moments, each a list of observables.</param>
    public CentredMoments(Snapshot snapshot, IReadOnlyList<int[]> wanted)
    {
        int[] observables = [.. wanted.SelectMany(each => each).Distinct().Order()];
        blocks =
        [
            .. Enumerable.Range(0, snapshot.System.Groups).Select(group =>
                new SymmetrisedProducts([.. observables.Select(a => FactorOf(snapshot, a, group)).OfType<CentredFactor>()])),
        ];
        productsOf = [.. wanted.Select(each => blocks.Select(block => block.Find(each)).ToArray())];
        values = new double[wanted.Count];
        foreach (double[] part in snapshot.OfSectors(sector => OfSector(snapshot.State, sector)))
        {
            for (int k = 0; k < values.Length; k++)
            {
                values[k] += part[k];
            }
        }
    }

    /// <summary>The moments in the order asked for.</summary>
    public IReadOnlyList<double> Values => values;

    private static CentredFactor? FactorOf(Snapshot snapshot, int observable, int group)
    {
        BlockMember member = snapshot.System.Members[observable / 3];
        PauliVector direction = snapshot.System.DirectionOf(observable);
        double root = Math.Sqrt(member.Spins);
        return member.Group == group
            ? new CentredFactor(observable, (1 / root) * direction, root * snapshot.Mean[observable])
            : null;
    }

    private double[] OfSector(DensityMatrix state, Sector sector)
    {
        int last = blocks.Length - 1;
        Strip[] strips = [.. state.Layout.StripsIn(sector).ToArray().Where(IsNear)];
        double[] sums = new double[productsOf.Length];
        if (strips.Length == 0)
        {
            return sums;
        }

        int from = strips.Min(strip => sector.Level(strip.Column, last));
        int to = strips.Max(strip => sector.Level(strip.Column, last) + strip.Length);
        SymmetrisedBands[] bands =
        [
            .. blocks.Select((products, h) => new SymmetrisedBands(
                products, sector.TwiceJ[h], h == last ? from : 0, h == last ? to : sector.DimensionOf(h))),
        ];
        foreach (Strip strip in strips)
        {
            ReadOnlySpan<double> numbers = state.NumbersOf(strip);
            int first = sector.Level(strip.Column, last) - from;
            for (int k = 0; k < sums.Length; k++)
            {
                if (bands[last].Band(productsOf[k][last], Difference(strip, last)) is { } inner
                    && OuterElement(bands, productsOf[k], strip) is var outer && outer != Complex.Zero)
                {
                    // tr(P rho): the element and, off the diagonal, its mirror image.
                    Complex part = outer * Sum(inner.AsSpan(first, strip.Length), numbers);
                    sums[k] += (strip.IsDiagonal ? 1 : 2) * part.Real;
                }
            }
        }

        return sums;
    }

    // Whether a product has elements there.
    private bool IsNear(Strip strip)
    {
        for (int h = 0; h < blocks.Length; h++)
        {
            if (Math.Abs(Difference(strip, h)) > blocks[h].MaxDegree)
            {
                return false;
            }
        }

        return true;
    }

    private static Complex OuterElement(SymmetrisedBands[] bands, int[] products, Strip strip)
    {
        Complex element = 1;
        for (int h = 0; h < bands.Length - 1; h++)
        {
            element *= bands[h].Element(products[h], strip.Sector.Level(strip.Column, h), Difference(strip, h));
        }

        return element;
    }

    // rho_(row, column) goes with P_(column, row).
    private static int Difference(Strip strip, int block) =>
        strip.Sector.Level(strip.Row, block) - strip.Sector.Level(strip.Column, block);

    private static Complex Sum(ReadOnlySpan<Complex> band, ReadOnlySpan<double> numbers)
    {
        double re = 0;
        double im = 0;
        if (numbers.Length == band.Length)
        {
            for (int i = 0; i < band.Length; i++)
            {
                re += band[i].Real * numbers[i];
                im += band[i].Imaginary * numbers[i];
            }

            return new Complex(re, im);
        }

        for (int i = 0; i < band.Length; i++)
        {
            (double x, double y) = (numbers[2 * i], numbers[(2 * i) + 1]);
            re += (band[i].Real * x) - (band[i].Imaginary * y);
            im += (band[i].Real * y) + (band[i].Imaginary * x);
        }

        return new Complex(re, im);
    }
}
