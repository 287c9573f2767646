using FiniteNCheck.Claims;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;
using Spectre.Console;

namespace FiniteNCheck.Reporting.Claims;

/// <summary>The ledger of claims for people.</summary>
public static class ClaimsTable
{
    /// <summary>One line per claim, then the claims that are not confirmed, with the reason and the correction.</summary>
    /// <param name="report">The results of the claims.</param>
    /// <param name="style">Colour and width.</param>
    public static string Render(ClaimsReport report, TextStyle style)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(style);
        using TextPage page = new(style);
        page.Line($"Claims of {report.Paper.Edition}");
        page.Line();
        page.Table(["<!claim", "<place", "<!verdict", "<statement"], report.Results.Select(result =>
            (string[])[result.Claim.Id, result.Claim.Place, Digits.Lower(result.Finding.Verdict), result.Claim.Statement]));
        page.Line();
        foreach (ClaimResult result in report.Results.Where(result => result.Finding.Verdict != Verdict.Confirmed || !result.IsAsExpected))
        {
            WriteHeading(page, result);
            WriteFinding(page, result.Finding, withEvidence: false);
            WriteCorrection(page, result, withEvidence: false);
            page.Line();
        }

        string ledger = string.Concat(report.Asked.Select(asked => $"{asked} "));
        page.Line($"'finitencheck claims {ledger}ID' shows a claim with its evidence.");
        WriteClosing(page, report);
        return page.ToString();
    }

    /// <summary>Every claim in full, with all its evidence.</summary>
    /// <param name="report">The results of the claims.</param>
    /// <param name="style">Colour and width.</param>
    public static string RenderInFull(ClaimsReport report, TextStyle style)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(style);
        using TextPage page = new(style);
        foreach (ClaimResult result in report.Results)
        {
            WriteHeading(page, result);
            page.Line(result.Claim.Statement);
            page.Line();
            WriteFinding(page, result.Finding, withEvidence: true);
            WriteCorrection(page, result, withEvidence: true);
        }

        WriteClosing(page, report);
        return page.ToString();
    }

    private static void WriteHeading(TextPage page, ClaimResult result)
    {
        string unexpected = ExpectationText.Remark(result.Finding.Verdict, result.Claim.Expected);
        page.Markup($"[bold]{Markup.Escape(result.Claim.Id)}[/], {Markup.Escape(result.Claim.Place)}{unexpected}");
    }

    private static void WriteCorrection(TextPage page, ClaimResult result, bool withEvidence)
    {
        if (result is { Claim.Correction: { } correction, Correction: { } finding })
        {
            page.Markup($"[bold]What holds[/]: {Markup.Escape(correction.Statement)}");
            WriteFinding(page, finding, withEvidence);
        }
    }

    private static void WriteFinding(TextPage page, Finding finding, bool withEvidence)
    {
        page.Verdict(Digits.Lower(finding.Verdict), finding.Reason);
        if (!withEvidence)
        {
            return;
        }

        page.Line();
        foreach (Evidence evidence in finding.Evidence)
        {
            page.Line(evidence.Title);
            EvidenceText.Write(page, evidence);
            page.Line();
        }
    }

    private static void WriteClosing(TextPage page, ClaimsReport report)
    {
        page.Line(report.Counts);
        page.Line(report.Outcome switch
        {
            Outcome.AsExpected => "Everything came out as the ledger expects.",
            Outcome.Inconclusive => $"Inconclusive, where a decision was expected: {Unexpected(report)}.",
            _ => $"Otherwise than the ledger expects: {Unexpected(report)}.",
        });
        page.Line(ProvenanceText.Source(report.Provenance));
    }

    private static string Unexpected(ClaimsReport report) =>
        string.Join(", ", report.Results.Where(result => !result.IsAsExpected).Select(result => result.Claim.Id));
}
