using System.Text;
using FiniteNCheck.Claims;

namespace FiniteNCheck.Reporting;

/// <summary>The ledger of claims as a Markdown page; <c>docs/claims.md</c> is one.</summary>
public static class ClaimsMarkdown
{
    /// <summary>Rows of a table of evidence that the page shows; the command shows all.</summary>
    private const int Shown = 12;

    /// <summary>Significant digits of evidence: few, so that the page is the same on every machine.</summary>
    private const int SignificantDigits = 3;

    /// <summary>Below it numbers are rounding errors, and one digit says enough.</summary>
    private const double RoundingSize = 1e-9;

    /// <summary>The ledger as a table, then every claim with its reason, its evidence and the form that holds.</summary>
    /// <param name="report">What became of the claims.</param>
    public static string Render(ClaimsReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        StringBuilder page = new();
        page.Append("# The paper, claim by claim\n\n");
        page.Append($"Paper: {ClaimsReport.Edition}. Made by `finitencheck claims {string.Concat(report.Asked.Select(id => $"{id} "))}--{(report.IsFull ? "full" : "quick")} --format markdown`; every verdict was computed in that run.\n\n");
        page.Append($"{report.Counts}\n\n");
        page.Append("| claim | place | statement | verdict |\n|---|---|---|---|\n");
        foreach (ClaimResult result in report.Results)
        {
            page.Append($"{LedgerRow(result.Claim, Digits.Lower(result.Finding.Verdict))}\n");
        }

        foreach (ClaimResult result in report.Results)
        {
            AddClaim(page, result);
        }

        return page.ToString();
    }

    /// <summary>The row of a claim in the ledger.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="verdict">Its verdict in lower case.</param>
    public static string LedgerRow(Claim claim, string verdict)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return $"| [{claim.Id}](#{Anchor(claim.Id)}) | {Escape(claim.Place)} | {Escape(claim.Statement)} | {verdict} |";
    }

    private static void AddClaim(StringBuilder page, ClaimResult result)
    {
        page.Append($"\n## {result.Claim.Id}\n\n");
        page.Append($"{Escape(result.Claim.Place)}. {Escape(result.Claim.Statement)}\n\n");
        string unexpected = result.Finding.Verdict == result.Claim.Expected ? "" : $" ({Digits.Lower(result.Claim.Expected)} was expected)";
        AddFinding(page, result.Finding, unexpected);
        if (result is { Claim.Correction: { } correction, Correction: { } finding })
        {
            page.Append($"\n**What holds**: {Escape(correction.Statement)}\n\n");
            AddFinding(page, finding, "");
        }
    }

    private static void AddFinding(StringBuilder page, Finding finding, string addition)
    {
        page.Append($"**{Digits.Lower(finding.Verdict)}**{addition}: {Escape(finding.Reason)}\n");
        foreach (Evidence evidence in finding.Evidence)
        {
            page.Append($"\n{Escape(evidence.Title)}\n\n");
            page.Append($"| {string.Join(" | ", evidence.Columns.Select(Escape))} |\n");
            page.Append($"|{string.Concat(evidence.Columns.Select((_, column) => evidence.Rows.Any(row => row[column].Text is not null) ? "---|" : "---:|"))}\n");
            foreach (System.Collections.Immutable.ImmutableArray<Cell> row in evidence.Rows.Take(Shown))
            {
                page.Append($"| {string.Join(" | ", row.Select(Text))} |\n");
            }

            if (evidence.Rows.Length > Shown)
            {
                page.Append($"\n... and {evidence.Rows.Length - Shown} more rows.\n");
            }
        }
    }

    private static string Text(Cell cell) => cell.Text is { } text
        ? Escape(text)
        : Digits.Significant(cell.Number, Math.Abs(cell.Number) < RoundingSize ? 1 : SignificantDigits);

    /// <summary>The anchor that Markdown readers give to a heading.</summary>
    private static string Anchor(string heading) =>
        string.Concat(heading.ToLowerInvariant().Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));

    /// <summary>The text with what Markdown would take for its own marked as plain.</summary>
    private static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (char c in text)
        {
            escaped.Append(c is '|' or '*' or '_' or '<' or '>' or '`' or '[' or ']' or '\\' or '~' ? $"\\{c}" : $"{c}");
        }

        return escaped.ToString();
    }
}
