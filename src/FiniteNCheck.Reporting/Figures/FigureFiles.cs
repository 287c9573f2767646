using System.Collections.Immutable;
using FiniteNCheck.Claims.Figures;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Figures;

/// <summary>The files of computed figures: pictures, numbers, a page and a summary.</summary>
public static class FigureFiles
{
    /// <summary>The name of the summary.</summary>
    public const string Summary = "figures.txt";

    /// <summary>The name of the page with the figures.</summary>
    public const string Page = "figures.html";

    /// <summary>The names of all files, known before anything is computed.</summary>
    /// <param name="figures">The names of the pictures and tables.</param>
    public static ImmutableArray<string> Names(IEnumerable<string> figures) => [.. figures, Page, Summary];

    /// <summary>The files with their contents: the tables of each figure, then its picture; last the page and the summary.</summary>
    /// <param name="report">The figures.</param>
    /// <param name="provenance">Where they come from; the descriptions of pictures say so.</param>
    public static IReadOnlyList<ResultFile> Render(FigureReport report, Provenance provenance)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(provenance);
        return
        [
            .. report.Figures.SelectMany(figure => Files(figure, provenance)),
            ResultFile.OfText(Page, FiguresHtml.Render(report, provenance)),
            ResultFile.OfText(Summary, FigureText.Render(report, provenance, TextStyle.Plain)),
        ];
    }

    private static IEnumerable<ResultFile> Files(FigureContent figure, Provenance provenance) =>
    [
        .. figure.Tables.Select(table => ResultFile.OfText($"{table.Name}.csv", FigureCsv.Render(table))),
        ResultFile.OfText($"{figure.Name}.svg", FigurePlots.Draw(figure).Render(ProvenanceText.Describe(provenance))),
    ];
}
