using System.Collections.Immutable;

namespace FiniteNCheck.Claims.Lemmas;

/// <summary>Sections 2 to 4 and appendix A: the lemmas with their constants, and the density-dependent example.</summary>
internal static class LemmaClaims
{
    /// <summary>The claims, in the order of the paper.</summary>
    public static ImmutableArray<Claim> All { get; } = [];
}
