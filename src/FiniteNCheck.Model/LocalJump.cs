namespace FiniteNCheck.Model;

/// <summary>One jump operator <c>J_i = j^(i) Gamma(Delta)</c> per site <c>i</c> of a block (12)-(16), of sites of any kind.</summary>
/// <param name="Block">Index of the block whose sites jump.</param>
/// <param name="Rate">The function <c>Gamma</c>.</param>
/// <param name="OwnSite">Whether <c>Delta</c> contains the jumping site's own term. This changes finite N only, not the limit.</param>
public abstract record LocalJump(int Block, CollectiveRate Rate, bool OwnSite) : Jump(Rate);
