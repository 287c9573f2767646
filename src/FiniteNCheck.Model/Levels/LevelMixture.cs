using System.Collections.Immutable;

namespace FiniteNCheck.Model.Levels;

/// <summary>The mixture <c>sum_j w_j rho_j</c> of product states of sites with levels.</summary>
/// <param name="Components">The components; their weights add up to 1.</param>
public sealed record LevelMixture(ImmutableArray<LevelComponent> Components) : InitialState
{
    /// <inheritdoc/>
    public override bool IsCorrelated => true;
}
