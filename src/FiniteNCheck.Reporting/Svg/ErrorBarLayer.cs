using System.Collections.Immutable;
using System.Xml.Linq;

namespace FiniteNCheck.Reporting.Svg;

/// <summary>
/// Values with their uncertainty, where it is known: a short horizontal line at the value, a vertical one over the
/// interval.
/// </summary>
/// <param name="Points">Positions with the value and the half width of its interval, in the units of the axes.</param>
internal sealed record ErrorBarLayer(ImmutableArray<(double X, double Y, double HalfWidth)> Points) : PlotLayer
{
    private const double Arm = 9;
    private const double Cap = 4;
    private const double Width = 1.6;

    /// <inheritdoc/>
    public override IEnumerable<XElement> Draw(PlotFrame frame)
    {
        foreach ((double x, double y, double half) in Points)
        {
            SvgPoint at = frame.At(x, y);
            yield return Level(at, Arm);
            if (!double.IsFinite(half))
            {
                continue;
            }

            SvgPoint low = frame.At(x, y - half);
            SvgPoint high = frame.At(x, y + half);
            if (low.Y - high.Y > 1)
            {
                yield return SvgElement.Line(low, high, SvgElement.Ink, Width);
                yield return Level(low, Cap);
                yield return Level(high, Cap);
            }
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<XElement> Sample(SvgPoint left, double width)
    {
        yield return Level(left with { X = left.X + (width / 2) }, Arm);
    }

    private static XElement Level(SvgPoint at, double half) =>
        SvgElement.Line(at with { X = at.X - half }, at with { X = at.X + half }, SvgElement.Ink, Width);
}
