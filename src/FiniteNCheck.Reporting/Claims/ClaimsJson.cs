using System.Text.Json;
using FiniteNCheck.Claims;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Claims;

/// <summary>The ledger of claims as one JSON document; the keys are those of docs/output.md.</summary>
public static class ClaimsJson
{
    /// <summary>
    /// The document: <c>outcome</c>, <c>paper</c>, <c>effort</c> and <c>claims</c>, per claim <c>id</c>,
    /// <c>place</c>, <c>statement</c>, <c>verdict</c>, <c>expected</c>, <c>asExpected</c>, <c>reason</c>,
    /// <c>evidence</c> and <c>correction</c>.
    /// </summary>
    /// <param name="report">The results of the claims.</param>
    public static string Render(ClaimsReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonText.Document(json =>
        {
            json.WriteOutcome(report.Outcome);
            json.WriteString("paper", report.Paper.Edition);
            json.WriteString("effort", report.EffortName);
            json.WriteString("basis", "pauli");
            json.WriteArray("claims", report.Results, result => WriteClaim(json, result));
            json.WriteProvenance(report.Provenance);
        });
    }

    private static void WriteClaim(Utf8JsonWriter json, ClaimResult result)
    {
        json.WriteStartObject();
        json.WriteString("id", result.Claim.Id);
        json.WriteString("place", result.Claim.Place);
        json.WriteString("statement", result.Claim.Statement);
        json.WriteString("verdict", Digits.Lower(result.Finding.Verdict));
        json.WriteString("expected", Digits.Lower(result.Claim.Expected));
        json.WriteBoolean("asExpected", result.IsAsExpected);
        json.WriteString("reason", result.Finding.Reason);
        WriteEvidence(json, result.Finding);
        if (result is { Claim.Correction: { } correction, Correction: { } finding })
        {
            json.WriteStartObject("correction");
            json.WriteString("statement", correction.Statement);
            json.WriteString("verdict", Digits.Lower(finding.Verdict));
            json.WriteString("reason", finding.Reason);
            WriteEvidence(json, finding);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("correction");
        }

        json.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter json, Finding finding)
    {
        json.WriteArray(
            "evidence",
            finding.Evidence,
            evidence =>
            {
                json.WriteStartObject();
                json.WriteString("title", evidence.Title);
                json.WriteStrings("columns", evidence.Columns);
                json.WriteLines("rows", evidence.Rows.Select(row => $"[{string.Join(", ", row.Select(Value))}]"));
                json.WriteEndObject();
            });
    }

    private static string Value(Cell cell) => cell.Text is { } text ? JsonText.Format(text) : JsonText.Format(cell.Number);
}
