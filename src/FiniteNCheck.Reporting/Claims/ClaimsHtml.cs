using System.Collections.Immutable;
using System.Xml.Linq;
using FiniteNCheck.Claims;
using FiniteNCheck.Reporting.Html;
using FiniteNCheck.Reporting.Parts;

namespace FiniteNCheck.Reporting.Claims;

/// <summary>
/// The ledger of claims as one self-contained page: verdicts first, then per claim its reasons,
/// figures and numbers.
/// </summary>
internal static class ClaimsHtml
{
    /// <summary>The page.</summary>
    /// <param name="report">The results of the claims.</param>
    /// <param name="figures">The figures of each.</param>
    public static string Render(ClaimsReport report, ImmutableArray<ClaimFigures> figures) =>
        HtmlPage.Render(
            "The paper, claim by claim",
            [
                VerdictHtml.Banner([[report.Counts]], report.Outcome, ""),
                HtmlElement.Of(
                    "p",
                    $"Paper: {report.Paper.Edition}. Every verdict was computed in one run at "
                        + $"{report.EffortName} effort, from exact finite N or from identities at several "
                        + "points; a refuted claim comes with the form that holds."),
                HtmlElement.Of(
                    "section",
                    HtmlElement.Of("h2", "All claims"),
                    HtmlElement.Table(
                        "all claims",
                        ["<claim", "<place", "<statement", "<verdict", "<what holds instead"],
                        report.Results.Select(Row))),
                .. report.Results.Zip(figures, Section),
                ProvenanceHtml.Section(report.Provenance),
            ]);

    private static IReadOnlyList<object> Row(ClaimResult result) =>
    [
        HtmlElement.Of("a", HtmlElement.With("href", $"#{result.Claim.Id}"), result.Claim.Id),
        result.Claim.Place,
        HtmlElement.Of("span", MathText.Parse(result.Claim.Statement)),
        VerdictHtml.Badge(result.Finding.Verdict),
        result.Correction is { } correction ? VerdictHtml.Badge(correction.Verdict) : "",
    ];

    private static XElement Section(ClaimResult result, ClaimFigures figures) => HtmlElement.Of(
        "section",
        HtmlElement.With("id", result.Claim.Id),
        HtmlElement.Of("h2", $"{result.Claim.Id}: {result.Claim.Place}"),
        HtmlElement.Of("p", MathText.Parse(result.Claim.Statement)),
        Found(result.Finding, figures.Finding, ExpectationText.Remark(result.Finding.Verdict, result.Claim.Expected)),
        result is { Claim.Correction: { } correction, Correction: { } finding }
            ? new object[]
            {
                HtmlElement.Of("h3", "What holds"),
                HtmlElement.Of("p", MathText.Parse(correction.Statement)),
                Found(finding, figures.Correction, ""),
            }
            : null);

    private static IEnumerable<XElement> Found(Finding finding, ImmutableArray<ReportFigure?> figures, string addition)
    {
        yield return HtmlElement.Of("p", VerdictHtml.Badge(finding.Verdict), $"{addition}: ", MathText.Parse(finding.Reason));
        foreach (ReportFigure figure in figures.OfType<ReportFigure>())
        {
            yield return FigureHtml.Figure(figure);
        }

        foreach (Evidence evidence in finding.Evidence)
        {
            yield return HtmlElement.Of(
                "details",
                HtmlElement.Of(
                    "summary",
                    MathText.Parse(evidence.Title),
                    $" ({evidence.Rows.Length} {(evidence.Rows.Length == 1 ? "row" : "rows")})"),
                Table(evidence));
        }
    }

    private static XElement Table(Evidence evidence) => HtmlElement.Table(
        evidence.Title,
        EvidenceExcerpt.Columns(evidence),
        evidence.Rows.Select(row => (IReadOnlyList<object>)[.. row.Select(EvidenceText.Format)]));
}
