namespace FiniteNCheck.Exact.Generator;

/// <summary>
/// The terms of one strip, or of two that share weights, as kernels read them, in the order of the counts. For each product the places of the source,
/// one for each strip, of the first weight and of the second one; for each single weight those of source and weight, strip after strip.
/// </summary>
/// <param name="places">The places.</param>
/// <param name="products">Products without a factor <c>i</c>.</param>
/// <param name="turnedProducts">Products with a factor <c>i</c>.</param>
/// <param name="singles">Single weights without a factor <c>i</c>.</param>
/// <param name="turnedSingles">Single weights with a factor <c>i</c>.</param>
internal readonly ref struct TermList(ReadOnlySpan<int> places, int products, int turnedProducts, int singles, int turnedSingles)
{
    /// <summary>The places.</summary>
    public readonly ReadOnlySpan<int> Places = places;

    /// <summary>Products without a factor <c>i</c>.</summary>
    public readonly int Products = products;

    /// <summary>Products with a factor <c>i</c>.</summary>
    public readonly int TurnedProducts = turnedProducts;

    /// <summary>Single weights without a factor <c>i</c>.</summary>
    public readonly int Singles = singles;

    /// <summary>Single weights with a factor <c>i</c>.</summary>
    public readonly int TurnedSingles = turnedSingles;
}
