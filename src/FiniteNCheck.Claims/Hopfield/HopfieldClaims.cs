using System.Collections.Immutable;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Claims.Hopfield;

/// <summary>Sections 6, 6.1, 6.2, 6.3 and appendix B: the Hopfield network.</summary>
internal static class HopfieldClaims
{
    /// <summary>The claims, in the order of the paper.</summary>
    public static ImmutableArray<Claim> All { get; } =
    [
        new Claim
        {
            Id = "E66",
            Place = "Section 6.3.1, (66)",
            Statement = "For one pattern at its fixed point the drift of (58) contains cosh(Delta).",
            Expected = Verdict.Refuted,
            Check = _ => new OnePattern("Q of (66)", FluctuationParts.FrozenDrift, OnePatternFormulas.PrintedDrift).Check(),
            Correction = new Correction(
                "With frozen rates it contains cosh(beta Delta), as (59) does.",
                _ => new OnePattern("Q of (66) with cosh(beta Delta)", FluctuationParts.FrozenDrift, OnePatternFormulas.FrozenDrift).Check()),
        },
        new Claim
        {
            Id = "E67",
            Place = "Section 6.3.1, (67)",
            Statement = "For one pattern at its fixed point Gamma^2 G^sym has diagonal elements 1, 1 and 2 [1 - tanh(Delta) m_z].",
            Expected = Verdict.Refuted,
            Check = _ => new OnePattern("Gamma^2 G^sym of (67)", FluctuationParts.RatePart, OnePatternFormulas.PrintedRatePart).Check(),
            Correction = new Correction(
                "(67) times cosh(beta Delta), with tanh(beta Delta), as (61) says.",
                _ => new OnePattern("cosh(beta Delta) times (67)", FluctuationParts.RatePart, OnePatternFormulas.RatePart).Check()),
        },
        new Claim
        {
            Id = "E68",
            Place = "Section 6.3.1, (68)",
            Statement = "For one pattern at its fixed point the xx elements of sigma S^sym sigma^T are beta m_y^2 [(beta/2 - 1) cosh(Delta) + (beta/2) m_z sinh(Delta)].",
            Expected = Verdict.Refuted,
            Check = _ => new OnePattern("sigma S^sym sigma^T of (68)", FluctuationParts.ResponsePart, OnePatternFormulas.PrintedResponsePart).Check(),
            Correction = new Correction(
                "They are beta m_y^2 [(beta/4 - 1/2) cosh(beta Delta) - (beta/4) m_z sinh(beta Delta)], as (62) and (63) add up to.",
                _ => new OnePattern("(62) + (63) at the fixed point", FluctuationParts.ResponsePart, OnePatternFormulas.ResponsePart).Check()),
        },
    ];
}
