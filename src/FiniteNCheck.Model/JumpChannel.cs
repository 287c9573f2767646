using System.Collections.Immutable;

namespace FiniteNCheck.Model;

/// <summary>
/// One jump operator per spin <c>i</c> of a block: <c>J_i = j^(i) Gamma(Delta)</c> with <c>Delta = sum_k r_k . m_k</c> (12)-(16). Here
/// <c>m_k = (1/N_k) sum_i (sigma_x, sigma_y, sigma_z)^(i)</c> is the vector of block averages.
/// </summary>
/// <param name="Block">Index of the block whose spins jump.</param>
/// <param name="Operator">The one-spin operator <c>j</c>.</param>
/// <param name="Rate">The function <c>Gamma</c>.</param>
/// <param name="Argument">The coefficients <c>r_k</c>, one vector per block of the model.</param>
/// <param name="OwnSite">
/// Whether <c>Delta</c> contains the jumping spin's own term <c>r_q . sigma^(i)/N_q</c> (the self-energy). It may be left out for arguments
/// along z with the operators raise, lower and z. This changes finite N only, not the limit.
/// </param>
public sealed record JumpChannel(
    int Block,
    SpinOperator Operator,
    CollectiveRate Rate,
    ImmutableArray<PauliVector> Argument,
    bool OwnSite = true) : LocalJump(Block, Rate, OwnSite)
{
    /// <inheritdoc/>
    public override bool DependsOn(int block) => Argument[block] != PauliVector.Zero;
}
