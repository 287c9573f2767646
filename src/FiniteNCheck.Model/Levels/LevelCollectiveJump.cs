using System.Collections.Immutable;

namespace FiniteNCheck.Model.Levels;

/// <summary>
/// One jump operator of whole blocks: <c>L = n^(-1/2) sum_h sum_i o_h^(i) Gamma(Delta)</c>, <c>n</c> the ladder value, <c>Delta</c> as in
/// <see cref="LevelJump"/>.
/// </summary>
/// <param name="Operators">The one-site operator <c>o_h</c> of each block; the zero matrix where a block takes no part.</param>
/// <param name="Rate">The function <c>Gamma</c>.</param>
/// <param name="Argument">The Hermitian one-site operators <c>r_k</c>, one per block of the model.</param>
public sealed record LevelCollectiveJump(
    ImmutableArray<LocalOperator> Operators, CollectiveRate Rate, ImmutableArray<LocalOperator> Argument) : Jump(Rate)
{
    /// <inheritdoc/>
    public override bool DependsOn(int block) => !Argument[block].IsZero;
}
