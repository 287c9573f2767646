using System.Collections.Immutable;
using FiniteNCheck.Claims;

namespace FiniteNCheck.Papers.Fiorelli2024.Hopfield;

/// <summary>Sections 6, 6.1, 6.2, 6.3 and appendix B: the Hopfield network.</summary>
internal static class HopfieldClaims
{
    /// <summary>The claims, in the order of the paper.</summary>
    public static ImmutableArray<Claim> All { get; } =
    [
        .. ModelClaims.All,
        .. PhaseClaims.All,
        .. CovarianceClaims.All,
        .. BlockClaims.All,
        .. MeanFieldClaims.All,
        .. CouplingClaims.All,
    ];
}
