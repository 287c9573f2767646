using System.Xml.Linq;
using FiniteNCheck.Reporting.Svg;

namespace FiniteNCheck.Reporting.Html;

/// <summary>A plot as a part of a page.</summary>
internal static class InlinePlot
{
    private const double Margin = 4;

    /// <summary>The sample of a layer for a legend; its name stands beside it.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="name">A name that no other picture of the page has.</param>
    public static XElement Sample(PlotLayer layer, string name)
    {
        const double Width = 26;
        const double Height = 14;
        XElement sample = SvgElement.Of(
            "svg",
            ("viewBox", $"0 0 {SvgElement.Coordinate(Width + 4)} {SvgElement.Coordinate(Height)}"),
            ("width", SvgElement.Coordinate(Width + 4)),
            ("height", SvgElement.Coordinate(Height)),
            ("aria-hidden", "true"));
        sample.Add(layer.Sample(new SvgPoint(2, Height / 2), Width));
        return Scoped(sample, name);
    }

    /// <summary>The plot as a separate picture, no wider than the page.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="description">What it shows, for readers who do not see it.</param>
    /// <param name="name">A name that no other plot of the page has: names inside pictures are common to a page.</param>
    public static XElement Draw(Plot plot, string description, string name)
    {
        (double width, double height) = (plot.Width + (2 * Margin), plot.Height + (2 * Margin));
        XElement picture = SvgElement.Of(
            "svg",
            ("viewBox", $"0 0 {SvgElement.Coordinate(width)} {SvgElement.Coordinate(height)}"),
            ("width", SvgElement.Coordinate(width)),
            ("height", SvgElement.Coordinate(height)),
            ("font-family", "system-ui, 'Liberation Sans', Helvetica, Arial, sans-serif"),
            ("style", $"flex-grow: {SvgElement.Coordinate(width)}"),
            ("role", "img"),
            ("aria-label", description));
        picture.Add(plot.Draw(Margin, Margin));
        return Scoped(picture, name);
    }

    /// <summary>Adds the patterns that a picture uses, and makes its names those of this picture alone.</summary>
    private static XElement Scoped(XElement picture, string name)
    {
        string[] used = [.. picture.Descendants().Attributes("fill").Select(fill => fill.Value)];
        picture.AddFirst(
            HatchPattern
                .All.Where(pattern => used.Contains(pattern.Fill, StringComparer.Ordinal))
                .Select(pattern => pattern.Definition()));
        foreach (XAttribute attribute in picture.Descendants().Attributes())
        {
            attribute.Value = attribute.Name.LocalName is "id"
                ? $"{name}-{attribute.Value}"
                : attribute.Value.Replace("url(#", $"url(#{name}-", StringComparison.Ordinal);
        }

        return picture;
    }
}
