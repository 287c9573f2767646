using System.Text;
using FiniteNCheck.Claims;
using FiniteNCheck.Reporting.Latex;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Claims;

/// <summary>The ledger of claims as LaTeX tables for the appendix of a paper; it says at its top how it is compiled.</summary>
public static class ClaimsLatex
{
    /// <summary>
    /// What <see cref="ClaimsMarkdown"/> has: the ledger as a table, then every claim with its reason, its evidence
    /// and the form that holds.
    /// </summary>
    /// <param name="report">The results of the claims.</param>
    public static string Render(ClaimsReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        StringBuilder body = new("\n\\subsection*{The paper, claim by claim}\n");
        body.Append(LatexPage.Paragraph($"Paper: {LatexText.Escape(report.Paper.Edition)}. {LatexText.Escape(report.Counts)}"));
        body.Append(LatexTable.Render(["<claim", "<place", "<statement", "<verdict"], report.Results.Select(result =>
            (string[])[result.Claim.Id, result.Claim.Place, result.Claim.Statement, Digits.Lower(result.Finding.Verdict)])));
        foreach (ClaimResult result in report.Results)
        {
            AddClaim(body, result);
        }

        return LatexPage.Render("claims", ProvenanceText.Comments(report.Provenance), body.ToString());
    }

    private static void AddClaim(StringBuilder body, ClaimResult result)
    {
        body.Append($"\n\\subsubsection*{{{LatexText.Escape(result.Claim.Id)}}}\n");
        body.Append(LatexPage.Paragraph($"{LatexText.Escape(result.Claim.Place)}. {LatexText.Escape(result.Claim.Statement)}"));
        string unexpected = ExpectationText.Remark(result.Finding.Verdict, result.Claim.Expected);
        AddFinding(body, result.Finding, unexpected);
        if (result is { Claim.Correction: { } correction, Correction: { } finding })
        {
            body.Append(LatexPage.Paragraph($@"\textbf{{What holds}}: {LatexText.Escape(correction.Statement)}"));
            AddFinding(body, finding, "");
        }
    }

    private static void AddFinding(StringBuilder body, Finding finding, string addition)
    {
        body.Append(LatexPage.Paragraph($@"\textbf{{{Digits.Lower(finding.Verdict)}}}{addition}: {LatexText.Escape(finding.Reason)}"));
        foreach (Evidence evidence in finding.Evidence)
        {
            body.Append(LatexPage.Paragraph(LatexText.Escape(evidence.Title)));
            body.Append(LatexTable.Render(EvidenceExcerpt.Columns(evidence), EvidenceExcerpt.Rows(evidence)));
            body.Append(EvidenceExcerpt.Rest(evidence) is { } rest ? LatexPage.Paragraph(LatexText.Escape(rest)) : "");
        }
    }
}
