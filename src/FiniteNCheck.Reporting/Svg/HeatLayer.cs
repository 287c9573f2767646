using System.Xml.Linq;

namespace FiniteNCheck.Reporting.Svg;

/// <summary>Cells of a grid filled by the class of their value; cells without a value stay empty.</summary>
/// <param name="Field">The values.</param>
/// <param name="Scale">The classes.</param>
internal sealed record HeatLayer(GridField Field, ColorScale Scale) : PlotLayer
{
    /// <inheritdoc/>
    public override IEnumerable<XElement> Draw(PlotFrame frame)
    {
        int[] classes = [.. Field.Values.Select(value => double.IsFinite(value) ? Scale.ClassOf(value) : -1)];
        return Enumerable.Range(0, Scale.Classes)
            .Select(index => CellPath.Draw(frame, Field, at => classes[at] == index, Scale.ColorOf(index)))
            .OfType<XElement>();
    }
}
