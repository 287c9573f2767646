namespace FiniteNCheck.Exact.Basis;

/// <summary>Consecutive levels <c>a = J + M</c> of one block.</summary>
/// <param name="First">The first level.</param>
/// <param name="Count">The number of levels.</param>
internal readonly record struct LevelRange(int First, int Count)
{
    /// <summary>The level after the last.</summary>
    public int End => First + Count;

    /// <summary>The smallest range that holds this one and another.</summary>
    /// <param name="other">The other.</param>
    public LevelRange Hull(LevelRange other) => Between(Math.Min(First, other.First), Math.Max(End, other.End));

    /// <summary>The range with further levels on both sides, as far as there are any.</summary>
    /// <param name="levels">The number of levels on each side.</param>
    /// <param name="dimension">The number of levels of the block.</param>
    public LevelRange Widen(int levels, int dimension) =>
        Between(Math.Max(0, First - levels), Math.Min(dimension, End + levels));

    private static LevelRange Between(int first, int end) => new(first, end - first);
}
