using System.Collections.Immutable;

namespace FiniteNCheck.Claims.Correlations;

/// <summary>Section 6.3.1 and figure 3: Gaussian correlations between the two large spins of one pattern.</summary>
internal static class CorrelationClaims
{
    /// <summary>The claims, in the order of the paper.</summary>
    public static ImmutableArray<Claim> All { get; } = [];
}
