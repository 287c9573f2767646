using System.Collections.Immutable;
using System.Xml.Linq;

namespace FiniteNCheck.Reporting.Svg;

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
