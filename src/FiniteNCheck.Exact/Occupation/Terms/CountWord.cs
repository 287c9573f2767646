using System.Collections.Immutable;
using System.Numerics;

namespace FiniteNCheck.Exact.Occupation.Terms;

/// <summary>
/// One way in which a symmetric operator acts on one side of a matrix: it moves up to two sites between levels, with a weight that depends
/// on the counts of that side.
/// </summary>
/// <param name="Moves">The moves, the outermost first.</param>
/// <param name="Weight">
/// The weight of the source, given the counts in the result. It may change the counts while it computes, and restores them.
/// </param>
internal sealed record CountWord(ImmutableArray<LevelMove> Moves, Func<int[], Complex> Weight)
{
    /// <summary>A name of the moves, equal for equal moves.</summary>
    public string Key => string.Join(' ', Moves.Select(move => $"{move.Block}:{move.To}<{move.From}"));
}
