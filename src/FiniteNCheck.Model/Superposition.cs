using System.Collections.Immutable;

namespace FiniteNCheck.Model;

/// <summary>
/// The pure state <c>sum_j a_j |psi_j&gt;</c>, normalised at every size: a superposition of pure product states ("cat state").
/// </summary>
/// <param name="Terms">The terms.</param>
public sealed record Superposition(ImmutableArray<SuperpositionTerm> Terms) : InitialState
{
    /// <inheritdoc/>
    public override bool IsCorrelated => true;

    /// <summary>The state <c>(|up ... up&gt; + |down ... down&gt;)/sqrt(2)</c> of all blocks together.</summary>
    /// <param name="blocks">The number of blocks.</param>
    public static Superposition Ghz(int blocks) => new(
    [
        .. new[] { 1, -1 }.Select(z => new SuperpositionTerm(1, [.. Enumerable.Repeat(new PauliVector(0, 0, z), blocks)])),
    ]);
}
