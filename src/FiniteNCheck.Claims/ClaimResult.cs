using FiniteNCheck.Verification;

namespace FiniteNCheck.Claims;

/// <summary>The result of checking one claim.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Finding">What the numbers say about it.</param>
/// <param name="Correction">What they say about the correction; <see langword="null"/> if the claim has none.</param>
public sealed record ClaimResult(Claim Claim, Finding Finding, Finding? Correction)
{
    /// <summary>Whether the verdict is the expected one and the correction, if any, is confirmed.</summary>
    public bool IsAsExpected => Finding.Verdict == Claim.Expected && Correction is null or { Verdict: Verdict.Confirmed };

    /// <summary>Whether the result is not as expected only because something is undecided.</summary>
    public bool IsUndecided =>
        !IsAsExpected
        && (Finding.Verdict == Claim.Expected || Finding.Verdict == Verdict.Inconclusive)
        && Correction is null or { Verdict: not Verdict.Refuted };
}
