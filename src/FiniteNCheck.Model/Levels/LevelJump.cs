using System.Collections.Immutable;

namespace FiniteNCheck.Model.Levels;

/// <summary>
/// One jump operator per site <c>i</c> of a block: <c>J_i = j^(i) Gamma(Delta)</c> with
/// <c>Delta = sum_k (1/N_k) sum_i r_k^(i)</c>, the block averages of one-site operators.
/// </summary>
/// <param name="Block">Index of the block whose sites jump.</param>
/// <param name="Operator">The one-site operator <c>j</c>.</param>
/// <param name="Rate">The function <c>Gamma</c>.</param>
/// <param name="Argument">The Hermitian one-site operators <c>r_k</c>, one per block of the model.</param>
/// <param name="OwnSite">
/// Whether <c>Delta</c> contains the jumping site's own term <c>r_q^(i)/N_q</c>. This changes finite N only, not the limit.
/// </param>
public sealed record LevelJump(
    int Block, LocalOperator Operator, CollectiveRate Rate, ImmutableArray<LocalOperator> Argument, bool OwnSite = true)
    : LocalJump(Block, Rate, OwnSite)
{
    /// <inheritdoc/>
    public override bool DependsOn(int block) => !Argument[block].IsZero;
}
