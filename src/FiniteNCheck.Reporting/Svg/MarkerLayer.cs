using System.Collections.Immutable;
using System.Xml.Linq;

namespace FiniteNCheck.Reporting.Svg;

/// <summary>Marks at points.</summary>
/// <param name="Points">The points in the units of the axes.</param>
/// <param name="IsFilled">Whether the marks are filled; otherwise they are rings.</param>
internal sealed record MarkerLayer(ImmutableArray<(double X, double Y)> Points, bool IsFilled) : PlotLayer
{
    /// <summary>The radius.</summary>
    public double Radius { get; init; } = 4.5;

    /// <summary>The width of the line around the mark.</summary>
    public double LineWidth { get; init; } = 1.4;

    /// <summary>The colour of filled marks.</summary>
    public string Fill { get; init; } = SvgElement.Ink;

    /// <summary>What a mark says when it is pointed at, one text per point; empty for nothing.</summary>
    public ImmutableArray<string> Hints { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<XElement> Draw(PlotFrame frame) => Points.Select((point, i) =>
    {
        XElement mark = Mark(frame.At(point.X, point.Y));
        if (!Hints.IsEmpty)
        {
            mark.Add(SvgElement.Hint(Hints[i]));
        }

        return mark;
    });

    /// <inheritdoc/>
    public override IEnumerable<XElement> Sample(SvgPoint left, double width)
    {
        yield return Mark(left with { X = left.X + (width / 2) });
    }

    /// <summary>A circle.</summary>
    /// <param name="center">Its centre.</param>
    /// <param name="radius">Its radius.</param>
    /// <param name="fill">Its filling.</param>
    /// <param name="lineWidth">The width of the line around it.</param>
    public static XElement Circle(SvgPoint center, double radius, string fill, double lineWidth = 1.4) => SvgElement.Of(
        "circle",
        ("cx", SvgElement.Coordinate(center.X)),
        ("cy", SvgElement.Coordinate(center.Y)),
        ("r", SvgElement.Coordinate(radius)),
        ("fill", fill),
        ("stroke", SvgElement.Ink),
        ("stroke-width", SvgElement.Coordinate(lineWidth)));

    private XElement Mark(SvgPoint at) => Circle(at, Radius, IsFilled ? Fill : SvgElement.Paper, LineWidth);
}
