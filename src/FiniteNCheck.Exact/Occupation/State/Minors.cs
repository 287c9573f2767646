using System.Collections.Immutable;
using FiniteNCheck.Exact.Occupation.Basis;

namespace FiniteNCheck.Exact.Occupation.State;

/// <summary>
/// A factor <c>Sym^c(V^j)</c> of an invariant subspace: c groups of j sites of a block, antisymmetric in the sites of each group.
/// </summary>
internal sealed class Minors
{
    /// <summary>Lists what the factor is made of.</summary>
    /// <param name="bins">The bins.</param>
    /// <param name="block">The block.</param>
    /// <param name="order">The number j of sites in a group.</param>
    /// <param name="count">The number c of groups.</param>
    public Minors(OccupationBins bins, int block, int order, int count)
    {
        (Order, Count) = (order, count);
        int[][] subsets = [.. SubsetsOf(bins.Dimensions[block], order)];
        Subsets = subsets.Length;
        Rows = Enumerable.Range(1, Subsets - 1).Aggregate(1.0, (product, k) => product * (count + k) / k);
        Pairs =
        [
            .. from rows in subsets
               from columns in subsets
               select Permutations(columns)
                   .Select(each => (each.Sign, (ImmutableArray<int>)[.. rows.Zip(each.Order, (a, b) => bins.Index(block, a, b))]))
                   .ToImmutableArray(),
        ];
    }

    /// <summary>The number j of sites in a group.</summary>
    public int Order { get; }

    /// <summary>The number c of groups.</summary>
    public int Count { get; }

    /// <summary>The number of sets of j levels, the dimension of the antisymmetric states of a group.</summary>
    public int Subsets { get; }

    /// <summary>The dimension of the factor.</summary>
    public double Rows { get; }

    /// <summary>For each two sets, of rows and of columns, the terms of the minor: signs and the bins that gain a site.</summary>
    public ImmutableArray<ImmutableArray<(int Sign, ImmutableArray<int> Bins)>> Pairs { get; }

    private static IEnumerable<int[]> SubsetsOf(int levels, int size) => size == 0
        ? [[]]
        : Enumerable.Range(0, levels).SelectMany(last => SubsetsOf(last, size - 1).Select(each => (int[])[.. each, last]));

    private static IEnumerable<(int Sign, int[] Order)> Permutations(int[] items) => items.Length == 0
        ? [(1, [])]
        : Enumerable.Range(0, items.Length).SelectMany(first =>
            Permutations([.. items[..first], .. items[(first + 1)..]])
                .Select(rest => (first % 2 == 0 ? rest.Sign : -rest.Sign, (int[])[items[first], .. rest.Order])));
}
