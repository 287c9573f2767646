using System.Text;
using FiniteNCheck.Claims;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Claims;

/// <summary>The ledger of claims as a Markdown page; <c>docs/claims.md</c> is one.</summary>
public static class ClaimsMarkdown
{
    /// <summary>The ledger as a table, then every claim with its reason, its evidence and the form that holds.</summary>
    /// <param name="report">The results of the claims.</param>
    public static string Render(ClaimsReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        StringBuilder page = new();
        page.Append("# The paper, claim by claim\n\n");
        page.Append(
            $"Paper: {report.Paper.Edition}. Made by `finitencheck claims "
                + $"{string.Concat(report.Asked.Select(id => $"{id} "))}--{report.EffortName} --format markdown`; "
                + "every verdict was computed in that run.\n\n");
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
        return $"| [{claim.Id}](#{Anchor(claim.Id)}) | {MarkdownText.Escape(claim.Place)} | "
            + $"{MarkdownText.Escape(claim.Statement)} | {verdict} |";
    }

    private static void AddClaim(StringBuilder page, ClaimResult result)
    {
        page.Append($"\n## {result.Claim.Id}\n\n");
        page.Append($"{MarkdownText.Escape(result.Claim.Place)}. {MarkdownText.Escape(result.Claim.Statement)}\n\n");
        string unexpected = ExpectationText.Remark(result.Finding.Verdict, result.Claim.Expected);
        AddFinding(page, result.Finding, unexpected);
        if (result is { Claim.Correction: { } correction, Correction: { } finding })
        {
            page.Append($"\n**What holds**: {MarkdownText.Escape(correction.Statement)}\n\n");
            AddFinding(page, finding, "");
        }
    }

    private static void AddFinding(StringBuilder page, Finding finding, string addition)
    {
        page.Append($"**{Digits.Lower(finding.Verdict)}**{addition}: {MarkdownText.Escape(finding.Reason)}\n");
        foreach (Evidence evidence in finding.Evidence)
        {
            page.Append($"\n{MarkdownText.Escape(evidence.Title)}\n\n");
            page.Append(MarkdownText.Table(EvidenceExcerpt.Columns(evidence), EvidenceExcerpt.Rows(evidence)));
            page.Append(EvidenceExcerpt.Rest(evidence) is { } rest ? $"\n{rest}\n" : "");
        }
    }

    /// <summary>The anchor of a heading in Markdown.</summary>
    private static string Anchor(string heading) =>
        string.Concat(heading.ToLowerInvariant().Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
}
