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

    /// <summary>An arrow head near the start, where lines that end at the same point are still apart.</summary>
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
                [
                    tip,
                    new(tip.X - (1.6 * ux) - (0.7 * uy), tip.Y - (1.6 * uy) + (0.7 * ux)),
                    new(tip.X - (1.6 * ux) + (0.7 * uy), tip.Y - (1.6 * uy) - (0.7 * ux)),
                    tip,
                ];
                return SvgElement.Path(corners, Stroke, 0.5, fill: Stroke);
            }
        }

        return null;
    }
}
