using System.Collections.Immutable;

namespace FiniteNCheck.Model;

/// <summary>
/// The mixture <c>sum_j w_j rho_j</c> of product states. It does not cluster where the components differ: the limit theorems hold for each
/// component, and averages of the mixture are averages over them.
/// </summary>
/// <param name="Components">The components; their weights add up to 1.</param>
public sealed record Mixture(ImmutableArray<MixtureComponent> Components) : InitialState
{
    /// <inheritdoc/>
    public override bool IsCorrelated => true;
}
