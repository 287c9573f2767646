using FiniteNCheck.Claims;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Claims;

/// <summary>The ledger of claims as comma-separated values, one claim per row.</summary>
public static class ClaimsCsv
{
    /// <summary>
    /// Columns
    /// <c>id, place, statement, verdict, expected, asExpected, reason, correction, correctionVerdict, correctionReason</c>;
    /// the last three are empty where a claim has no correction.
    /// </summary>
    /// <param name="report">The results of the claims.</param>
    public static string Render(ClaimsReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        CsvText csv = new(
            "id",
            "place",
            "statement",
            "verdict",
            "expected",
            "asExpected",
            "reason",
            "correction",
            "correctionVerdict",
            "correctionReason");
        foreach (ClaimResult result in report.Results)
        {
            csv.Row(
                result.Claim.Id,
                result.Claim.Place,
                result.Claim.Statement,
                Digits.Lower(result.Finding.Verdict),
                Digits.Lower(result.Claim.Expected),
                result.IsAsExpected ? "yes" : "no",
                result.Finding.Reason,
                result.Claim.Correction?.Statement ?? "",
                result.Correction is { } finding ? Digits.Lower(finding.Verdict) : "",
                result.Correction?.Reason ?? "");
        }

        return csv.ToString();
    }
}
