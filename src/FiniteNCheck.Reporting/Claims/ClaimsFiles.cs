using System.Collections.Immutable;

namespace FiniteNCheck.Reporting.Claims;

/// <summary>
/// The report of the ledger of claims as files: a page, its figures as pictures and numbers, and tables for other
/// documents.
/// </summary>
public static class ClaimsFiles
{
    /// <summary>The name of the page.</summary>
    public const string Page = "claims.html";

    /// <summary>The folder of the figures.</summary>
    public const string Folder = "claims-figures";

    private const string Markdown = "claims.md";
    private const string Latex = "claims.tex";

    /// <summary>The names of the files and of the folder.</summary>
    public static ImmutableArray<string> Names { get; } = [Page, Folder, Markdown, Latex];

    /// <summary>The files.</summary>
    /// <param name="report">The results of the claims.</param>
    public static ImmutableArray<ResultFile> Render(ClaimsReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        ImmutableArray<ClaimFigures> figures = [.. report.Results.Select(result => ClaimFigures.Draw(result, Folder))];
        return
        [
            ResultFile.OfText(Page, ClaimsHtml.Render(report, figures)),
            ResultFile.OfText(Markdown, ClaimsMarkdown.Render(report)),
            ResultFile.OfText(Latex, ClaimsLatex.Render(report)),
            .. figures.SelectMany(claim => claim.All).SelectMany(figure => figure.Files(report.Provenance)),
        ];
    }
}
