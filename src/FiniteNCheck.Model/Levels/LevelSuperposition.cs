using System.Collections.Immutable;

namespace FiniteNCheck.Model.Levels;

/// <summary>The pure state <c>sum_j a_j |psi_j&gt;</c> of sites with levels, normalised at every size.</summary>
/// <param name="Terms">The terms.</param>
public sealed record LevelSuperposition(ImmutableArray<LevelSuperpositionTerm> Terms) : InitialState
{
    /// <inheritdoc/>
    public override bool IsCorrelated => true;
}
