using System.Text.Json;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification.Reference;

namespace FiniteNCheck.Reporting.Reference;

/// <summary>A check of reference data as one JSON document.</summary>
public static class ReferenceCheckJson
{
    /// <summary>
    /// The document: <c>allAgree</c>, and per set <c>status</c>, <c>compared</c>, <c>worst</c>, <c>problems</c>,
    /// <c>differences</c>, <c>received</c>, <c>note</c>.
    /// </summary>
    /// <param name="report">The findings.</param>
    public static string Render(ReferenceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonText.Document(json =>
        {
            json.WriteBoolean("allAgree", report.AllAgree);
            json.WriteArray("sets", report.Findings, finding => Write(json, finding));
            json.WriteProvenance(report.Provenance);
        });
    }

    private static void Write(Utf8JsonWriter json, ReferenceFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("set", finding.Set.Name);
        json.WriteString("kind", Digits.Lower(finding.Set.Kind));
        json.WriteString("status", finding.Status);
        json.WriteNumber("compared", finding.Comparison?.Compared ?? 0);
        json.WritePropertyName("worst");
        Write(json, finding.Comparison?.Worst);
        json.WriteStrings("problems", finding.Comparison?.Problems ?? []);
        json.WriteArray("differences", finding.Comparison?.Differences ?? [], difference => Write(json, difference));
        json.WriteString("received", finding.Comparison?.ReceivedPath);
        json.WriteString("note", finding.Note);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReferenceDifference? difference)
    {
        if (difference is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("row", difference.Row);
        json.WriteString("column", difference.Column);
        json.WriteReal("expected", difference.Expected);
        json.WriteReal("obtained", difference.Obtained);
        json.WriteReal("difference", difference.Difference);
        json.WriteReal("allowance", difference.Allowance);
        json.WriteEndObject();
    }
}
