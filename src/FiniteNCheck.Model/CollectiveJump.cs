using System.Collections.Immutable;

namespace FiniteNCheck.Model;

/// <summary>
/// One jump operator of whole blocks: <c>L = n^(-1/2) sum_h sum_i o_h^(i) Gamma(Delta)</c> with <c>Delta = sum_k r_k . m_k</c>, <c>n</c>
/// the ladder value. The phases of the <c>o_h</c> relative to one another matter, a phase common to all does not.
/// </summary>
/// <param name="Operators">The one-spin operator <c>o_h</c> of each block; the zero matrix where a block takes no part.</param>
/// <param name="Rate">The function <c>Gamma</c>.</param>
/// <param name="Argument">The coefficients <c>r_k</c>, one vector per block of the model.</param>
public sealed record CollectiveJump(
    ImmutableArray<SpinOperator> Operators, CollectiveRate Rate, ImmutableArray<PauliVector> Argument) : Jump(Rate)
{
    /// <inheritdoc/>
    public override bool DependsOn(int block) => Argument[block] != PauliVector.Zero;
}
