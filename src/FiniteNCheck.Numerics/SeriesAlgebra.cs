using System.Numerics;

namespace FiniteNCheck.Numerics;

/// <summary>
/// Power series in several variables, cut off beyond a total degree. A series is the list of the coefficients of its monomials, in the
/// order of this algebra. Immutable and thread-safe.
/// </summary>
public sealed class SeriesAlgebra
{
    private readonly int variables;

    // Monomials by degree, each as the sorted list of its variables.
    private readonly int[][] monomials;
    private readonly Dictionary<long, int> indices = [];

    // For each monomial the indices of its products with all those that fit below the largest degree: the first ones of the list.
    private readonly int[][] products;

    /// <summary>Prepares the algebra.</summary>
    /// <param name="variables">The number of variables.</param>
    /// <param name="degree">The largest total degree, at most 6.</param>
    public SeriesAlgebra(int variables, int degree)
    {
        this.variables = variables;
        List<int[]> list = [[]];
        int[] countUpTo = new int[degree + 1];
        countUpTo[0] = 1;
        for (int d = 1; d <= degree; d++)
        {
            int from = d == 1 ? 0 : countUpTo[d - 2];
            foreach (int[] shorter in list.GetRange(from, countUpTo[d - 1] - from))
            {
                int first = shorter.Length == 0 ? 0 : shorter[^1];
                list.AddRange(Enumerable.Range(first, variables - first).Select(next => (int[])[.. shorter, next]));
            }

            countUpTo[d] = list.Count;
        }

        monomials = [.. list];
        for (int i = 0; i < monomials.Length; i++)
        {
            indices.Add(Key(monomials[i]), i);
        }

        products = new int[monomials.Length][];
        for (int i = 0; i < monomials.Length; i++)
        {
            products[i] = new int[countUpTo[degree - monomials[i].Length]];
            for (int j = 0; j < products[i].Length; j++)
            {
                products[i][j] = IndexOf([.. monomials[i], .. monomials[j]]);
            }
        }
    }

    /// <summary>The number of coefficients of a series.</summary>
    public int Length => monomials.Length;

    /// <summary>The index of a monomial.</summary>
    /// <param name="powers">Its variables, in any order, each as often as its power; no more than the largest degree.</param>
    public int IndexOf(params ReadOnlySpan<int> powers)
    {
        Span<int> sorted = stackalloc int[powers.Length];
        powers.CopyTo(sorted);
        sorted.Sort();
        return indices[Key(sorted)];
    }

    /// <summary>The product of the factorials of the powers of a monomial: what turns its coefficient into a derivative.</summary>
    /// <param name="index">The index of the monomial.</param>
    public double Factorials(int index)
    {
        double product = 1;
        int power = 0;
        int[] monomial = monomials[index];
        for (int i = 0; i < monomial.Length; i++)
        {
            power = i > 0 && monomial[i] == monomial[i - 1] ? power + 1 : 1;
            product *= power;
        }

        return product;
    }

    /// <summary>A constant.</summary>
    /// <param name="value">The constant.</param>
    public Complex[] Constant(Complex value)
    {
        var series = new Complex[Length];
        series[0] = value;
        return series;
    }

    /// <summary>The product of two series.</summary>
    /// <param name="a">The first series.</param>
    /// <param name="b">The second series.</param>
    public Complex[] Multiply(Complex[] a, Complex[] b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var product = new Complex[Length];
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] == Complex.Zero)
            {
                continue;
            }

            int[] to = products[i];
            for (int j = 0; j < to.Length; j++)
            {
                product[to[j]] += a[i] * b[j];
            }
        }

        return product;
    }

    // Digits of a number: one more than each variable, so that the number of digits counts.
    private long Key(ReadOnlySpan<int> sorted)
    {
        long key = 0;
        foreach (int variable in sorted)
        {
            key = (key * (variables + 1)) + variable + 1;
        }

        return key;
    }
}
