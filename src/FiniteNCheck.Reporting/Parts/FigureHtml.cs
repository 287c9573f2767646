using System.Collections.Immutable;
using System.Xml.Linq;
using FiniteNCheck.Reporting.Html;
using FiniteNCheck.Reporting.Svg;

namespace FiniteNCheck.Reporting.Parts;

/// <summary>Figures on a page.</summary>
internal static class FigureHtml
{
    private const int MaxInRow = 3;

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
        Row(name, title, plots),
        Legend(name, plots),
        HtmlElement.Of(
            "figcaption",
            MathText.Parse(caption),
            files.Count == 0 ? null : " ",
            Links(files, isFirst: true),
            files.Count == 0 ? null : "."));

    /// <summary>Files as links with commas between them.</summary>
    /// <param name="files">The files, seen from the page.</param>
    /// <param name="isFirst">Whether nothing stands before them.</param>
    public static IEnumerable<object> Links(IReadOnlyList<string> files, bool isFirst) => files.SelectMany((file, i) => new object[]
    {
        isFirst && i == 0 ? "" : ", ",
        HtmlElement.Of("a", HtmlElement.With("href", file), Path.GetFileName(file)),
    });

    /// <summary>Up to three plots fill a row at one scale, and are passed by on a narrow page; more wrap.</summary>
    private static XElement Row(string name, string title, ImmutableArray<Plot> plots)
    {
        XElement row = HtmlElement.Of(
            plots.Length > MaxInRow ? "div.plots.many" : plots.Length == 1 ? "div.plots.one" : "div.plots.row",
            plots.Select((plot, i) => InlinePlot.Draw(plot with { HasLegend = false }, $"{title}: {plot.Title}", $"{name}-{i}")));
        if (plots.Length is > 1 and <= MaxInRow)
        {
            row.Add(HtmlElement.With("tabindex", "0"), HtmlElement.With("role", "group"), HtmlElement.With("aria-label", title));
        }

        return row;
    }

    /// <summary>One legend for all plots: what looks the same and has the same name is said once.</summary>
    private static XElement? Legend(string name, ImmutableArray<Plot> plots)
    {
        PlotLayer[] layers =
        [
            .. plots.SelectMany(plot => plot.Layers)
                .Where(layer => layer.Label is not null)
                .DistinctBy(layer => layer.Label, StringComparer.Ordinal),
        ];
        return layers.Length == 0
            ? null
            : HtmlElement.Of(
                "div.legend",
                HtmlElement.With("tabindex", "0"),
                HtmlElement.With("role", "group"),
                HtmlElement.With("aria-label", "legend"),
                layers.Select((layer, i) => HtmlElement.Of("span", InlinePlot.Sample(layer, $"{name}-sample-{i}"), layer.Label!)));
    }
}
