using System.Collections.Immutable;
using System.Xml.Linq;

namespace FiniteNCheck.Reporting.Svg;

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
