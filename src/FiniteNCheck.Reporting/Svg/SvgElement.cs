using System.Globalization;
using System.Xml.Linq;

namespace FiniteNCheck.Reporting.Svg;

/// <summary>Elements of SVG 1.1. Coordinates have two decimals: a hundredth of a unit is invisible.</summary>
internal static class SvgElement
{
    /// <summary>The namespace of SVG.</summary>
    public static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    /// <summary>The colour of text, axes and lines.</summary>
    public const string Ink = "#1a1a1a";

    /// <summary>The background colour.</summary>
    public const string Paper = "#ffffff";

    /// <summary>The colour of text on a light cell.</summary>
    public const string OnLight = "#000000";

    /// <summary>The colour of text on a dark cell.</summary>
    public const string OnDark = "#fefefe";

    /// <summary>An element with attributes.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="attributes">Names and values; values that are <see langword="null"/> are left out.</param>
    public static XElement Of(string name, params (string Name, string? Value)[] attributes) =>
        new(Namespace + name, attributes.Where(each => each.Value is not null).Select(each => new XAttribute(each.Name, each.Value!)));

    /// <summary>A coordinate as text.</summary>
    /// <param name="value">The coordinate, finite.</param>
    /// <exception cref="ArgumentException">It is not finite: a picture with it would be broken.</exception>
    public static string Coordinate(double value) => double.IsFinite(value)
        ? Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture)
        : throw new ArgumentException($"The coordinate is {value}: expected a finite number.", nameof(value));

    /// <summary>What an element says when it is pointed at.</summary>
    /// <param name="text">The text.</param>
    public static XElement Hint(string text) => new(Namespace + "title", text);

    /// <summary>A rectangle.</summary>
    public static XElement Rectangle(double x, double y, double width, double height, string fill, string? stroke = null) => Of(
        "rect",
        ("x", Coordinate(x)),
        ("y", Coordinate(y)),
        ("width", Coordinate(width)),
        ("height", Coordinate(height)),
        ("fill", fill),
        ("stroke", stroke));

    /// <summary>A straight line.</summary>
    public static XElement Line(SvgPoint from, SvgPoint to, string stroke, double width) => Of(
        "line",
        ("x1", Coordinate(from.X)),
        ("y1", Coordinate(from.Y)),
        ("x2", Coordinate(to.X)),
        ("y2", Coordinate(to.Y)),
        ("stroke", stroke),
        ("stroke-width", Coordinate(width)));

    /// <summary>A path through points.</summary>
    /// <param name="points">The points.</param>
    /// <param name="stroke">The colour of the line.</param>
    /// <param name="width">Its width.</param>
    /// <param name="dash">Its dashes, or <see langword="null"/> for a full line.</param>
    /// <param name="fill">The filling, or <c>none</c>.</param>
    public static XElement Path(IEnumerable<SvgPoint> points, string stroke, double width, string? dash = null, string fill = "none") => Of(
        "path",
        ("d", "M" + string.Join('L', points.Select(Pair))),
        ("stroke", stroke),
        ("stroke-width", Coordinate(width)),
        ("stroke-dasharray", dash),
        ("stroke-linejoin", "round"),
        ("fill", fill));

    /// <summary>A point as the text of a path.</summary>
    /// <param name="point">The point.</param>
    public static string Pair(SvgPoint point) => $"{Coordinate(point.X)},{Coordinate(point.Y)}";

    /// <summary>Text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Its anchor on the baseline.</param>
    /// <param name="size">The size of its letters.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    /// <param name="transform">A transformation, or <see langword="null"/>.</param>
    /// <param name="halo">Whether a light rim keeps the text readable on what lies behind.</param>
    public static XElement Text(string text, SvgPoint at, double size, string anchor, string? transform = null, bool halo = false)
    {
        XElement element = Of(
            "text",
            ("x", Coordinate(at.X)),
            ("y", Coordinate(at.Y)),
            ("font-size", Coordinate(size)),
            ("text-anchor", anchor),
            ("fill", Ink),
            ("transform", transform),
            ("stroke", halo ? Paper : null),
            ("stroke-width", halo ? "3" : null),
            ("paint-order", halo ? "stroke" : null));
        element.Value = text;
        return element;
    }
}
