namespace FiniteNCheck.Model;

/// <summary>One jump operator of whole blocks, <c>L = n^(-1/2) sum_h sum_i o_h^(i) Gamma(Delta)</c>, of sites of any kind.</summary>
/// <param name="Rate">The function <c>Gamma</c>.</param>
public abstract record BlockJump(CollectiveRate Rate)
{
    /// <summary>Whether <c>Delta</c> depends on a block.</summary>
    /// <param name="block">Index of the block.</param>
    public abstract bool DependsOn(int block);
}
