using System.Collections.Immutable;

namespace FiniteNCheck.Model.Levels;

/// <summary>
/// The one-site operators whose block averages are the observables, in the order of <see cref="Block.ObservableNames"/>: Pauli x, y, z
/// without levels; with levels the projector <c>|A&gt;&lt;A|</c> for every level, then <c>|A&gt;&lt;B| + |B&gt;&lt;A|</c> and
/// <c>-i|A&gt;&lt;B| + i|B&gt;&lt;A|</c> for every pair A before B. With d levels they are d^2, one more than are independent.
/// </summary>
public static class LevelBasis
{
    /// <summary>The operators of a block.</summary>
    /// <param name="block">The block.</param>
    public static ImmutableArray<LocalOperator> Of(Block block)
    {
        ArgumentNullException.ThrowIfNull(block);
        return block.Levels.IsEmpty
            ? [.. Enum.GetValues<PauliAxis>().Select(axis => LocalOperator.Of(SpinOperator.Pauli(axis)))]
            :
            [
                .. Enumerable.Range(0, block.Dimension).Select(level => LocalOperator.Unit(block.Dimension, level, level)),
                .. block.LevelPairs.SelectMany(pair => Coherences(block.Dimension, pair.First, pair.Second)),
            ];
    }

    private static IEnumerable<LocalOperator> Coherences(int dimension, int first, int second)
    {
        (LocalOperator up, LocalOperator down) =
            (LocalOperator.Unit(dimension, first, second), LocalOperator.Unit(dimension, second, first));
        yield return up + down;
        yield return System.Numerics.Complex.ImaginaryOne * (down - up);
    }
}
