using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Claims;

/// <summary>All that the exporters of the ledger of claims need.</summary>
/// <param name="Results">What became of each claim, in the order in which they were checked.</param>
/// <param name="Asked">The claims that were asked for by name; empty for the whole ledger.</param>
/// <param name="IsFull">Whether the checks took as long as it takes.</param>
/// <param name="Provenance">Where the numbers come from.</param>
public sealed record ClaimsReport(ImmutableArray<ClaimResult> Results, ImmutableArray<string> Asked, bool IsFull, Provenance Provenance)
{
    /// <summary>The version of the paper that the claims are about.</summary>
    public const string Edition = "E. Fiorelli (2024), as printed on 2 February 2024";

    /// <summary>What the claims came to, taken together.</summary>
    public Outcome Outcome
    {
        get
        {
            ClaimResult[] unexpected = [.. Results.Where(result => !result.IsAsExpected)];
            return unexpected.Length == 0 ? Outcome.AsExpected
                : unexpected.All(result => result.IsUndecided) ? Outcome.Inconclusive
                : Outcome.Otherwise;
        }
    }

    /// <summary>How many claims have which verdict, in words.</summary>
    public string Counts
    {
        get
        {
            ClaimResult[] corrected = [.. Results.Where(result => result.Correction is not null)];
            return $"Claims: {Results.Length}, of which confirmed {Count(Verdict.Confirmed)}, refuted {Count(Verdict.Refuted)}, inconclusive {Count(Verdict.Inconclusive)}. "
                + $"Corrections: {corrected.Length}, of which confirmed {corrected.Count(result => result.Correction!.Verdict == Verdict.Confirmed)}.";

            int Count(Verdict verdict) => Results.Count(result => result.Finding.Verdict == verdict);
        }
    }
}
