using System.Collections.Immutable;
using System.Xml.Linq;
using FiniteNCheck.Reporting.Html;
using FiniteNCheck.Reporting.Svg;

namespace FiniteNCheck.Reporting.Parts;

/// <summary>Figures on a page.</summary>
internal static class FigureHtml
{
    /// <summary>A figure of a report.</summary>
    /// <param name="figure">The figure.</param>
    public static XElement Figure(ReportFigure figure) =>
        Figure(figure.Name.Id, figure.Title, figure.Caption, figure.Plots, [figure.Name.Picture, figure.Name.Numbers]);

    /// <summary>A figure with its plots, which wrap where the page is narrow, its caption and its files.</summary>
    /// <param name="name">A name that no other figure of the page has.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="caption">How to read it.</param>
    /// <param name="plots">The plots.</param>
    /// <param name="files">The files with the picture and its numbers, seen from the page.</param>
    public static XElement Figure(
        string name, string title, string caption, ImmutableArray<Plot> plots, IReadOnlyList<string> files) => HtmlElement.Of(
        "figure",
        HtmlElement.With("id", name),
        HtmlElement.Of("div.plots", plots.Select((plot, i) => InlinePlot.Draw(plot, $"{title}: {plot.Title}", $"{name}-{i}"))),
        HtmlElement.Of("figcaption", MathText.Parse(caption), " ", files.SelectMany(Link), "."));

    private static object[] Link(string file, int index) =>
        [index == 0 ? "" : ", ", HtmlElement.Of("a", HtmlElement.With("href", file), Path.GetFileName(file))];
}
