using System.Numerics;
using System.Runtime.InteropServices;
using FiniteNCheck.Exact.Occupation.Basis;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Occupation.Terms;

/// <summary>
/// The weights of rows and columns as tables over their counts. Tables are real: a complex weight is a sum of constants times tables, of
/// one as a rule. Equal tables are held once.
/// </summary>
/// <param name="counts">The counts, in the order of the tables.</param>
internal sealed class WeightTables(CountSpace counts)
{
    // How far a weight may be from one phase times real numbers, relative to its largest element.
    private const double Rounding = 4e-15;

    private readonly Dictionary<SideWeight, (Complex Factor, int Table)[]> parts = [];
    private readonly Dictionary<int, List<int>> byHash = [];
    private readonly List<double[]> tables = [[.. Enumerable.Repeat(1.0, counts.Length)]];

    /// <summary>The tables; the first is 1 throughout.</summary>
    public IReadOnlyList<double[]> Tables => tables;

    /// <summary>A weight as a sum of constants times tables.</summary>
    /// <param name="weight">The weight; <see langword="null"/> for 1.</param>
    /// <exception cref="InputException">It is not finite at some counts.</exception>
    public (Complex Factor, int Table)[] PartsOf(SideWeight? weight)
    {
        if (weight is null)
        {
            return [(1, 0)];
        }

        if (!parts.TryGetValue(weight, out (Complex Factor, int Table)[]? found))
        {
            found = Split(Evaluate(weight));
            parts.Add(weight, found);
        }

        return found;
    }

    private Complex[] Evaluate(SideWeight weight)
    {
        var values = new Complex[counts.Length];
        int at = 0;
        counts.ForEach(each => values[at++] = weight.At(each));
        return Array.TrueForAll(values, Complex.IsFinite)
            ? values
            : throw new InputException("a rate is no finite number where its argument can lie. Correct the rate or its argument.");
    }

    private (Complex Factor, int Table)[] Split(Complex[] values)
    {
        Complex largest = values.MaxBy(value => value.Magnitude);
        if (largest == 0)
        {
            return [];
        }

        Complex phase = largest.Imaginary == 0 ? Complex.One
            : largest.Real == 0 ? Complex.ImaginaryOne
            : largest / largest.Magnitude;
        double[] along = Array.ConvertAll(values, value => (value * Complex.Conjugate(phase)).Real);
        double[] across = Array.ConvertAll(values, value => (value * Complex.Conjugate(phase)).Imaginary);
        return across.Max(Math.Abs) <= Rounding * largest.Magnitude
            ? [(phase, Place(along))]
            : [
                .. new[]
                {
                    (Complex.One, Array.ConvertAll(values, value => value.Real)),
                    (Complex.ImaginaryOne, Array.ConvertAll(values, value => value.Imaginary)),
                }.Where(part => part.Item2.Any(value => value != 0)).Select(part => (part.Item1, Place(part.Item2))),
            ];
    }

    private int Place(double[] table)
    {
        HashCode hash = default;
        hash.AddBytes(MemoryMarshal.AsBytes(table.AsSpan()));
        ref List<int>? equal = ref CollectionsMarshal.GetValueRefOrAddDefault(byHash, hash.ToHashCode(), out _);
        equal ??= [];
        int found = equal.FindIndex(index => tables[index].AsSpan().SequenceEqual(table));
        if (found >= 0)
        {
            return equal[found];
        }

        equal.Add(tables.Count);
        tables.Add(table);
        return tables.Count - 1;
    }
}
