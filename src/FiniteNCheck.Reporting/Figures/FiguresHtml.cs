using System.Xml.Linq;
using FiniteNCheck.Claims.Figures;
using FiniteNCheck.Reporting.Html;
using FiniteNCheck.Reporting.Parts;

namespace FiniteNCheck.Reporting.Figures;

/// <summary>The figures of a paper on one self-contained page.</summary>
internal static class FiguresHtml
{
    /// <summary>The page.</summary>
    /// <param name="report">The figures.</param>
    /// <param name="provenance">Where they come from.</param>
    public static string Render(FigureReport report, Provenance provenance) => HtmlPage.Render(
        "Figures of the paper",
        [
            HtmlElement.Of("p", $"Paper: {report.Paper.Edition}. {report.Units}"),
            .. report.Figures.Select(Section),
            ProvenanceHtml.Section(provenance),
        ]);

    private static XElement Section(FigureContent figure) => HtmlElement.Of(
        "section",
        HtmlElement.Of("h2", figure.Title),
        FigureHtml.Figure(
            figure.Name,
            figure.Title,
            figure.Caption,
            FigurePlots.Draw(figure).Plots,
            [$"{figure.Name}.svg", .. figure.Tables.Select(table => $"{table.Name}.csv")]));
}
