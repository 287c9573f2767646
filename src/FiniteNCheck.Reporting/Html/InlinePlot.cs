using System.Xml.Linq;
using FiniteNCheck.Reporting.Svg;

namespace FiniteNCheck.Reporting.Html;

/// <summary>A plot as a part of a page.</summary>
internal static class InlinePlot
{
    private const double Margin = 4;

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
            ("role", "img"),
            ("aria-label", description));
        picture.Add(plot.Draw(Margin, Margin));
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
