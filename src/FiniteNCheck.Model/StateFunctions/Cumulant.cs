using System.Collections.Immutable;

namespace FiniteNCheck.Model.StateFunctions;

/// <summary>
/// A joint cumulant of the scaled collective spins <c>S_a/sqrt(N_h)</c>, <c>S_a = sum_i sigma_a^(i)</c> over block h: the coefficient
/// <c>(-i)^k d^k/dr_1 .. dr_k ln &lt;exp(i sum_j r_j S_j/sqrt(N_j))&gt;</c> at r = 0. Products of spins are thus symmetrised, and the
/// second cumulant is the covariance <c>Sigma</c>. In a Gaussian limit all of order 3 and higher vanish.
/// </summary>
/// <param name="Observables">The observables such as <c>z.all</c>, one to four, each as often as it occurs.</param>
public sealed record Cumulant(ImmutableArray<string> Observables) : StateFunction
{
    /// <summary>The highest order.</summary>
    public const int MaxOrder = 4;

    /// <inheritdoc/>
    public override bool DistinguishesBlocks => true;

    /// <inheritdoc/>
    public bool Equals(Cumulant? other) =>
        other is not null && Observables.AsSpan().SequenceEqual(other.Observables.AsSpan(), StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"cumulant({string.Join(",", Observables.Select(Quoted))})";
}
