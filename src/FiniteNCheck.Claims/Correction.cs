namespace FiniteNCheck.Claims;

/// <summary>The statement that holds in place of a refuted claim.</summary>
/// <param name="Statement">The corrected statement.</param>
/// <param name="Check">The check that decides it; it is expected to confirm.</param>
public sealed record Correction(string Statement, Func<ClaimRun, Finding> Check);
