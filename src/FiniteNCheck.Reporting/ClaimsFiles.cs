using System.Collections.Immutable;
using FiniteNCheck.Reporting.Html;
using FiniteNCheck.Reporting.ReportFigures;

namespace FiniteNCheck.Reporting;

/// <summary>The report of the ledger of claims as files: a page, and its figures as pictures and numbers.</summary>
public static class ClaimsFiles
{
    /// <summary>The name of the page.</summary>
    public const string Page = "claims.html";

    /// <summary>The folder of the figures.</summary>
    public const string Folder = "claims-figures";

    /// <summary>The files.</summary>
    /// <param name="report">What became of the claims.</param>
    public static ImmutableArray<ResultFile> Of(ClaimsReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        ImmutableArray<ClaimFigures> figures = [.. report.Results.Select(ClaimFigures.Of)];
        return
        [
            ResultFile.OfText(Page, ClaimsHtml.Render(report, figures)),
            .. figures.SelectMany(claim => claim.All).SelectMany(figure => figure.Files(report.Provenance)),
        ];
    }
}
