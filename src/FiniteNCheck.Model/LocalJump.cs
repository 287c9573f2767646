using FiniteNCheck.Model.Driving;

namespace FiniteNCheck.Model;

/// <summary>One jump operator <c>J_i = j^(i) Gamma(Delta)</c> per site <c>i</c> of a block (12)-(16), of sites of any kind.</summary>
/// <param name="Block">Index of the block whose sites jump.</param>
/// <param name="Rate">The function <c>Gamma</c>.</param>
/// <param name="OwnSite">Whether <c>Delta</c> contains the jumping site's own term. This changes finite N only, not the limit.</param>
public abstract record LocalJump(int Block, CollectiveRate Rate, bool OwnSite)
{
    /// <summary>A factor of <c>Gamma</c> that depends on time; <see langword="null"/> for none.</summary>
    public TimeFunction? Drive { get; init; }

    /// <summary>Whether <c>Delta</c> depends on a block.</summary>
    /// <param name="block">Index of the block.</param>
    public abstract bool DependsOn(int block);
}
