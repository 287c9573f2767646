using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Claims;

/// <summary>The input of the exporters of the ledger of claims.</summary>
/// <param name="Paper">The paper that the claims are about.</param>
/// <param name="Results">The results, in the order in which the claims were checked.</param>
/// <param name="Asked">
/// What the command line names: a ledger other than that of the program's own paper, and claims; empty for the whole ledger.
/// </param>
/// <param name="Effort">How much work the checks were allowed to do.</param>
/// <param name="Provenance">Where the numbers come from.</param>
public sealed record ClaimsReport(
    Paper Paper, ImmutableArray<ClaimResult> Results, ImmutableArray<string> Asked, Effort Effort, Provenance Provenance)
{
    /// <summary>The effort as files and command lines write it: <c>quick</c> or <c>full</c>.</summary>
    public string EffortName => Effort.Choose(quick: "quick", full: "full");

    /// <summary>The outcome of all claims together.</summary>
    public Outcome Outcome =>
        OutcomeRule.Combine(Results.Where(result => !result.IsAsExpected).Select(result => result.IsUndecided));

    /// <summary>The number of claims per verdict, in words.</summary>
    public string Counts
    {
        get
        {
            ClaimResult[] corrected = [.. Results.Where(result => result.Correction is not null)];
            return $"Claims: {Results.Length}, of which confirmed {Count(Verdict.Confirmed)}, "
                + $"refuted {Count(Verdict.Refuted)}, inconclusive {Count(Verdict.Inconclusive)}. "
                + $"Corrections: {corrected.Length}, of which confirmed "
                + $"{corrected.Count(result => result.Correction!.Verdict == Verdict.Confirmed)}.";

            int Count(Verdict verdict) => Results.Count(result => result.Finding.Verdict == verdict);
        }
    }
}
