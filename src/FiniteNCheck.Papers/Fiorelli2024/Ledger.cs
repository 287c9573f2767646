using FiniteNCheck.Claims;
using FiniteNCheck.Papers.Fiorelli2024.Correlations;
using FiniteNCheck.Papers.Fiorelli2024.Dynamics;
using FiniteNCheck.Papers.Fiorelli2024.Figures;
using FiniteNCheck.Papers.Fiorelli2024.Hopfield;
using FiniteNCheck.Papers.Fiorelli2024.Lemmas;
using FiniteNCheck.Papers.Fiorelli2024.NextOrder;
using FiniteNCheck.Papers.Fiorelli2024.Weyl;

namespace FiniteNCheck.Papers.Fiorelli2024;

/// <summary>
/// E. Fiorelli, "Quantum fluctuation dynamics of open quantum systems with collective operator-valued rates, and
/// applications to Hopfield-like networks": its checkable statements, as printed on 2 February 2024, and a few
/// that go beyond it.
/// </summary>
public static class Ledger
{
    /// <summary>The paper with all its claims.</summary>
    public static Paper Paper { get; } = new()
    {
        Name = "E. Fiorelli (2024)",
        CitationKey = "Fiorelli2024",
        Printed = "2 February 2024",
        Claims =
        [
            .. LemmaClaims.All,
            .. DynamicsClaims.All,
            .. TwoTimeClaims.All,
            .. WeylClaims.All,
            .. HopfieldClaims.All,
            .. CorrelationClaims.All,
            .. NextOrderClaims.All,
        ],
        Figures = [.. FigureNames.Known.Select(known => known.Name)],
    };
}
