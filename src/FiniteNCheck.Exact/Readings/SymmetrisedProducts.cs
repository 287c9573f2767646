using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Readings;

/// <summary>A factor <c>v.S - c</c> of symmetrised products: a component of the collective spin of a block, less its average.</summary>
/// <param name="Observable">The index of the observable among those of the model.</param>
/// <param name="Direction">The vector v, in the engine's frame.</param>
/// <param name="Centre">The number c.</param>
internal sealed record CentredFactor(int Observable, PauliVector Direction, double Centre);

/// <summary>
/// The symmetrised products of the factors of one block that are needed, with all shorter ones they are made of. Product 0 is the identity.
/// </summary>
/// <param name="factors">The factors.</param>
internal sealed class SymmetrisedProducts(IReadOnlyList<CentredFactor> factors)
{
    private readonly List<int[]> powers = [new int[factors.Count]];
    private readonly List<(int Shorter, int Factor, double Weight)[]> parts = [[]];

    /// <summary>The factors.</summary>
    public IReadOnlyList<CentredFactor> Factors => factors;

    /// <summary>The number of products.</summary>
    public int Count => powers.Count;

    /// <summary>The largest number of factors in a product.</summary>
    public int MaxDegree => powers.Max(each => each.Sum());

    /// <summary>The number of factors of a product, repeated ones counted each time.</summary>
    /// <param name="product">The product.</param>
    public int Degree(int product) => powers[product].Sum();

    /// <summary>The terms <c>weight * shorter product * factor</c> that add up to a product.</summary>
    /// <param name="product">The product.</param>
    public IReadOnlyList<(int Shorter, int Factor, double Weight)> Parts(int product) => parts[product];

    /// <summary>The product of some observables, after adding it and what it is made of where they are missing.</summary>
    /// <param name="observables">Their indices; those of other blocks are left out.</param>
    public int Find(IEnumerable<int> observables) =>
        Find([.. factors.Select(factor => observables.Count(observable => observable == factor.Observable))]);

    private int Find(int[] wanted)
    {
        int known = powers.FindIndex(each => each.SequenceEqual(wanted));
        if (known >= 0)
        {
            return known;
        }

        (int, int, double)[] made =
        [
            .. Enumerable.Range(0, wanted.Length).Where(d => wanted[d] > 0)
                .Select(d => (Find([.. wanted.Select((power, k) => k == d ? power - 1 : power)]), d, (double)wanted[d] / wanted.Sum())),
        ];
        powers.Add(wanted);
        parts.Add(made);
        return powers.Count - 1;
    }
}
