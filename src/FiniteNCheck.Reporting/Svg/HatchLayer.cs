using System.Collections.Immutable;
using System.Xml.Linq;

namespace FiniteNCheck.Reporting.Svg;

/// <summary>Cells of a grid covered by a pattern.</summary>
/// <param name="Field">The grid; its values are not used.</param>
/// <param name="Covered">Whether each cell is covered, in the order of the grid.</param>
/// <param name="Pattern">The pattern.</param>
internal sealed record HatchLayer(GridField Field, ImmutableArray<bool> Covered, HatchPattern Pattern) : PlotLayer
{
    /// <inheritdoc/>
    public override IEnumerable<XElement> Draw(PlotFrame frame) =>
        CellPath.Draw(frame, Field, at => Covered[at], Pattern.Fill) is { } path ? [path] : [];

    /// <inheritdoc/>
    public override IEnumerable<XElement> Sample(SvgPoint left, double width)
    {
        yield return SvgElement.Rectangle(left.X, left.Y - 6, width, 12, Pattern.Fill, SvgElement.Ink);
    }
}
