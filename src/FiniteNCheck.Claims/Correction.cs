namespace FiniteNCheck.Claims;

/// <summary>What holds in place of a refuted claim.</summary>
/// <param name="Statement">The corrected statement.</param>
/// <param name="Check">Decides it; expected to confirm.</param>
public sealed record Correction(string Statement, Func<ClaimRun, Finding> Check);
