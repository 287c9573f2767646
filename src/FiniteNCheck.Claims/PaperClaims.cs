using System.Collections.Immutable;
using FiniteNCheck.Claims.Correlations;
using FiniteNCheck.Claims.Dynamics;
using FiniteNCheck.Claims.Hopfield;
using FiniteNCheck.Claims.Lemmas;

namespace FiniteNCheck.Claims;

/// <summary>
/// The ledger: the checkable statements of E. Fiorelli, "Quantum fluctuation dynamics of open quantum systems with collective operator-valued rates, and
/// applications to Hopfield-like networks", as printed on 2 February 2024.
/// </summary>
public static class PaperClaims
{
    /// <summary>All claims, in the order of the paper.</summary>
    public static ImmutableArray<Claim> All { get; } = [.. LemmaClaims.All, .. DynamicsClaims.All, .. HopfieldClaims.All, .. CorrelationClaims.All];
}
