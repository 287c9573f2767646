using FiniteNCheck.Model.Driving;

namespace FiniteNCheck.Model;

/// <summary>
/// One jump operator with a collective rate <c>Gamma(Delta)</c>, of sites of any kind: of single sites (<see cref="LocalJump"/>) or of
/// whole blocks, <c>L = n^(-1/2) sum_h sum_i o_h^(i) Gamma(Delta)</c>.
/// </summary>
/// <param name="Rate">The function <c>Gamma</c>.</param>
public abstract record Jump(CollectiveRate Rate)
{
    /// <summary>A factor of <c>Gamma</c> that depends on time; <see langword="null"/> for none.</summary>
    public TimeFunction? Drive { get; init; }

    /// <summary>Whether <c>Delta</c> depends on a block.</summary>
    /// <param name="block">Index of the block.</param>
    public abstract bool DependsOn(int block);
}
