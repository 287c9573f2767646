using System.Numerics;
using FiniteNCheck.Exact.Operators;

namespace FiniteNCheck.Exact.Readings;

/// <summary>
/// The symmetrised products of one block in one representation, as bands: for each product P and each difference of levels the elements
/// <c>&lt;a| P |a + difference&gt;</c> over a range of levels.
/// </summary>
/// <remarks>
/// With n the numbers of times that each factor occurs, the symmetrised product is <c>P(n) = sum_d (n_d/|n|) P(n - e_d) A_d</c>: of all
/// orders, that part ends with <c>A_d</c>. Each row needs the same row of shorter products alone, so that a window costs no more than its
/// rows.
/// </remarks>
internal sealed class SymmetrisedBands
{
    private readonly Complex[]?[][] bands;
    private readonly int from;

    /// <summary>Computes the bands.</summary>
    /// <param name="products">The products, each after the shorter ones that it is made of.</param>
    /// <param name="twiceJ"><c>2J</c>.</param>
    /// <param name="from">The first level.</param>
    /// <param name="to">One more than the last level.</param>
    public SymmetrisedBands(SymmetrisedProducts products, int twiceJ, int from, int to)
    {
        this.from = from;
        Complex[]?[][] factors = [.. products.Factors.Select(factor => Elements(factor, twiceJ, from, to, products.MaxDegree))];
        bands = new Complex[products.Count][][];
        bands[0] = [[.. Enumerable.Repeat(Complex.One, to - from)]];
        for (int p = 1; p < bands.Length; p++)
        {
            bands[p] = new Complex[(2 * products.Degree(p)) + 1][];
            foreach ((int shorter, int factor, double weight) in products.Parts(p))
            {
                Add(bands[p], bands[shorter], factors[factor], weight, products.MaxDegree);
            }
        }
    }

    /// <summary>A band of a product; <see langword="null"/> where it is zero.</summary>
    /// <param name="product">The product.</param>
    /// <param name="difference">The level of the column minus that of the row.</param>
    public Complex[]? Band(int product, int difference)
    {
        int degree = bands[product].Length / 2;
        return Math.Abs(difference) > degree ? null : bands[product][difference + degree];
    }

    /// <summary>An element of a product.</summary>
    /// <param name="product">The product.</param>
    /// <param name="level">The level of the row, in the range.</param>
    /// <param name="difference">The level of the column minus that of the row.</param>
    public Complex Element(int product, int level, int difference) => Band(product, difference)?[level - from] ?? Complex.Zero;

    // Adds weight * shorter * factor.
    private static void Add(Complex[]?[] target, Complex[]?[] shorter, Complex[]?[] factor, double weight, int margin)
    {
        int degree = shorter.Length / 2;
        for (int difference = -degree; difference <= degree; difference++)
        {
            for (int shift = -1; shift <= 1; shift++)
            {
                if (shorter[difference + degree] is not { } left || factor[shift + 1] is not { } right)
                {
                    continue;
                }

                Complex[] to = target[difference + shift + degree + 1] ??= new Complex[left.Length];
                for (int i = 0; i < to.Length; i++)
                {
                    to[i] += weight * left[i] * right[i + difference + margin];
                }
            }
        }
    }

    // The bands of v.S - c for differences -1, 0 and 1, on the levels of the range and a margin on either side; zero where there is no
    // level.
    private static Complex[]?[] Elements(CentredFactor factor, int twiceJ, int from, int to, int margin)
    {
        PauliParts parts = PauliParts.Of(factor.Direction);
        return
        [
            parts.Raise == 0 ? null : Sample(level => level > 0 ? parts.Raise * OneSpinTransition.Amplitude(twiceJ, level, 0, -1) : 0),
            Sample(level => (parts.Z * ((2.0 * level) - twiceJ)) - factor.Centre),
            parts.Lower == 0 ? null : Sample(level => level < twiceJ ? parts.Lower * OneSpinTransition.Amplitude(twiceJ, level, 0, 1) : 0),
        ];

        Complex[] Sample(Func<int, Complex> element)
        {
            var elements = new Complex[to - from + (2 * margin)];
            for (int i = 0; i < elements.Length; i++)
            {
                int level = from - margin + i;
                elements[i] = level >= 0 && level <= twiceJ ? element(level) : 0;
            }

            return elements;
        }
    }
}
