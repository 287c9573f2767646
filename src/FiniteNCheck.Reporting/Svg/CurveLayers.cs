using System.Collections.Immutable;
using System.Xml.Linq;

namespace FiniteNCheck.Reporting.Svg;

/// <summary>A line through points; dashes, width and marks tell lines apart without colour.</summary>
/// <param name="Points">The points in the units of the axes.</param>
internal sealed record LineLayer(ImmutableArray<(double X, double Y)> Points) : PlotLayer
{
    /// <summary>The colour.</summary>
    public string Stroke { get; init; } = SvgElement.Ink;

    /// <summary>The width.</summary>
    public double Width { get; init; } = 1.2;

    /// <summary>The dashes, or <see langword="null"/> for a full line.</summary>
    public string? Dash { get; init; }

    /// <summary>Whether every point carries a mark.</summary>
    public bool IsMarked { get; init; }

    /// <summary>Whether an arrow in the middle shows the direction.</summary>
    public bool IsDirected { get; init; }

    /// <summary>Whether a light rim keeps the line visible on dark cells.</summary>
    public bool HasRim { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<XElement> Draw(PlotFrame frame)
    {
        SvgPoint[] points = [.. Points.Select(point => frame.At(point.X, point.Y))];
        if (points.Length > 0)
        {
            if (HasRim)
            {
                yield return SvgElement.Path(points, SvgElement.Paper, Width + 1.8);
            }

            yield return SvgElement.Path(points, Stroke, Width, Dash);
        }

        foreach (SvgPoint point in IsMarked ? points : [])
        {
            yield return MarkerLayer.Circle(point, 2.6, Stroke);
        }

        if (IsDirected && Head(points) is { } head)
        {
            yield return head;
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<XElement> Sample(SvgPoint left, double width)
    {
        yield return SvgElement.Path([left, left with { X = left.X + width }], Stroke, Width, Dash);
        if (IsMarked)
        {
            yield return MarkerLayer.Circle(left with { X = left.X + (width / 2) }, 2.6, Stroke);
        }
    }

    /// <summary>An arrow head an eighth of the way along, where lines that end together are still apart.</summary>
    private XElement? Head(SvgPoint[] points)
    {
        const double Shortest = 2;
        const double Size = 5;
        for (int i = Math.Max(1, points.Length / 24); i < points.Length; i++)
        {
            (double dx, double dy) = (points[i].X - points[i - 1].X, points[i].Y - points[i - 1].Y);
            double length = Math.Sqrt((dx * dx) + (dy * dy));
            if (length >= Shortest)
            {
                (double ux, double uy) = (dx / length * Size, dy / length * Size);
                SvgPoint tip = points[i];
                SvgPoint[] corners =
                    [tip, new(tip.X - (1.6 * ux) - (0.7 * uy), tip.Y - (1.6 * uy) + (0.7 * ux)), new(tip.X - (1.6 * ux) + (0.7 * uy), tip.Y - (1.6 * uy) - (0.7 * ux)), tip];
                return SvgElement.Path(corners, Stroke, 0.5, fill: Stroke);
            }
        }

        return null;
    }
}

/// <summary>A band between two lines, such as an uncertainty.</summary>
/// <param name="Points">Positions with the lower and the upper end, in the units of the axes.</param>
internal sealed record BandLayer(ImmutableArray<(double X, double Low, double High)> Points) : PlotLayer
{
    private const string Fill = "#c9d6e3";

    /// <inheritdoc/>
    public override IEnumerable<XElement> Draw(PlotFrame frame)
    {
        IEnumerable<SvgPoint> edge = Points.Select(point => frame.At(point.X, point.Low))
            .Concat(Points.Reverse().Select(point => frame.At(point.X, point.High)));
        return Points.IsEmpty ? [] : [SvgElement.Path(edge, "none", 0, fill: Fill)];
    }

    /// <inheritdoc/>
    public override IEnumerable<XElement> Sample(SvgPoint left, double width)
    {
        yield return SvgElement.Rectangle(left.X, left.Y - 6, width, 12, Fill);
    }
}

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

    /// <inheritdoc/>
    public override IEnumerable<XElement> Draw(PlotFrame frame) => Points.Select(point => Mark(frame.At(point.X, point.Y)));

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

/// <summary>Arrows of a vector field: all of one length, the darker and thicker the longer the vector.</summary>
/// <param name="Arrows">Points and vectors in the units of the axes.</param>
/// <param name="Length">The length of an arrow in the picture.</param>
internal sealed record ArrowLayer(ImmutableArray<(double X, double Y, double AlongX, double AlongY)> Arrows, double Length) : PlotLayer
{
    /// <inheritdoc/>
    public override IEnumerable<XElement> Draw(PlotFrame frame)
    {
        double largest = Arrows.Select(Norm).DefaultIfEmpty(0).Max();
        XElement field = SvgElement.Of("g", ("class", "field"));
        field.Add(Arrows.Where(arrow => Norm(arrow) > 0).Select(arrow => Arrow(frame, arrow, Norm(arrow) / largest)));
        yield return field;
    }

    private static double Norm((double X, double Y, double AlongX, double AlongY) arrow) =>
        Math.Sqrt((arrow.AlongX * arrow.AlongX) + (arrow.AlongY * arrow.AlongY));

    private XElement Arrow(PlotFrame frame, (double X, double Y, double AlongX, double AlongY) arrow, double share)
    {
        (SvgPoint at, SvgPoint towards) = (frame.At(arrow.X, arrow.Y), frame.At(arrow.X + arrow.AlongX, arrow.Y + arrow.AlongY));
        (double dx, double dy) = (towards.X - at.X, towards.Y - at.Y);
        double scale = Length / (2 * Math.Sqrt((dx * dx) + (dy * dy)));
        (dx, dy) = (dx * scale, dy * scale);
        SvgPoint tip = new(at.X + dx, at.Y + dy);
        SvgPoint[] left = [new(at.X - dx, at.Y - dy), tip, new(tip.X - (0.55 * dx) - (0.4 * dy), tip.Y - (0.55 * dy) + (0.4 * dx))];
        SvgPoint right = new(tip.X - (0.55 * dx) + (0.4 * dy), tip.Y - (0.55 * dy) - (0.4 * dx));

        // The lightest end of the scale would not be seen on paper.
        return SvgElement.Path([.. left, tip, right], ColorScale.At(0.3 + (0.7 * share)), 0.7 + share);
    }
}

/// <summary>Text at a point, on a light rim.</summary>
/// <param name="Text">The text.</param>
/// <param name="X">The point along the horizontal axis, the middle of the text.</param>
/// <param name="Y">The point along the vertical axis.</param>
internal sealed record NoteLayer(string Text, double X, double Y) : PlotLayer
{
    /// <inheritdoc/>
    public override IEnumerable<XElement> Draw(PlotFrame frame)
    {
        yield return SvgElement.Text(Text, frame.At(X, Y), 12, "middle", halo: true);
    }
}
