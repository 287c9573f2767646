using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FiniteNCheck.Reporting.Claims;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Tests.Reporting.Agreement;

/// <summary>The tables of evidence that each format of the ledger prints, against those of its JSON.</summary>
internal static class ClaimsAgreement
{
    public static string[] Formats { get; } = ["terminal", "markdown", "latex", "html"];

    /// <summary>What one format prints.</summary>
    public static string Render(string format, ClaimsReport report) => format switch
    {
        "terminal" => ClaimsTable.RenderInFull(report, new TextStyle(Color: false, Width: 4000)),
        "markdown" => ClaimsMarkdown.Render(report),
        "html" => Encoding.UTF8.GetString(ClaimsFiles.Render(report).Single(file => file.Name is ClaimsFiles.Page).Content.Span),
        _ => ClaimsLatex.Render(report),
    };

    /// <summary>Cells of one format that are not those of the JSON to the printed digits, tables and rows that it leaves out.</summary>
    public static IEnumerable<string> Differences(string format, string text, string json)
    {
        PrintedTable[] printed = [.. format switch
        {
            "terminal" => PrintedTables.OfTerminal(text),
            "markdown" => PrintedTables.OfMarkdown(text).Skip(1),
            "html" => PrintedTables.OfHtml(text).Skip(1),
            _ => PrintedTables.OfLatex(text).Skip(1),
        }];
        (string Claim, JsonNode Evidence)[] expected = [.. JsonNode.Parse(json)!["claims"]!.AsArray().SelectMany(claim => Tables(claim!))];
        return printed.Length != expected.Length
            ? [$"{printed.Length} tables where JSON has {expected.Length}"]
            : printed.Zip(expected).SelectMany(pair => Differences(format, pair.First, pair.Second.Claim, pair.Second.Evidence));
    }

    /// <summary>The tables of a claim and of its correction, each with the name of the claim.</summary>
    private static IEnumerable<(string Claim, JsonNode Evidence)> Tables(JsonNode claim) =>
        claim["evidence"]!
            .AsArray()
            .Concat(claim["correction"]?["evidence"]?.AsArray() ?? [])
            .Select(evidence => (claim["id"]!.GetValue<string>(), evidence!));

    private static bool IsOf(string printed, JsonNode text) => string.Equals(printed, text.GetValue<string>(), StringComparison.Ordinal);

    private static IEnumerable<string> Differences(string format, PrintedTable table, string claim, JsonNode evidence)
    {
        JsonArray rows = evidence["rows"]!.AsArray();

        // Tables for papers show the first twelve rows, the terminal and the report all.
        int shown = format is "terminal" or "html" ? rows.Count : Math.Min(rows.Count, 12);
        bool isUnderClaim = format is "terminal" || string.Equals(table.Heading.Split(':')[0], claim, StringComparison.Ordinal);
        if (!IsOf(table.Caption, evidence["title"]!) || !isUnderClaim || table.Rows.Length != shown)
        {
            yield return $"{claim}: '{table.Caption}' with {table.Rows.Length} rows where JSON has '{evidence["title"]}' with {rows.Count}";
            yield break;
        }

        for (int row = 0; row < shown; row++)
        {
            foreach ((string cell, JsonNode? value, string column) in table.Rows[row].Zip(rows[row]!.AsArray(), table.Columns))
            {
                bool agrees =
                    value?.GetValueKind() is JsonValueKind.String
                        ? IsOf(cell, value)
                        : PrintedNumber.Agrees(cell, VerifyNumbers.Real(value));
                if (!agrees || table.Rows[row].Length != rows[row]!.AsArray().Count)
                {
                    yield return $"{claim}, {evidence["title"]}, row {row + 1}, {column}: "
                        + $"'{cell}' where JSON has {value?.ToJsonString() ?? "null"}";
                }
            }
        }
    }
}
