using System.Collections.Immutable;
using System.Xml.Linq;

namespace FiniteNCheck.Reporting.Svg;

/// <summary>What the cells of a grid say when they are pointed at; nothing is drawn.</summary>
/// <param name="Field">The grid.</param>
/// <param name="Hints">One text per cell, in the order of the grid's values.</param>
internal sealed record HintLayer(GridField Field, ImmutableArray<string> Hints) : PlotLayer
{
    /// <inheritdoc/>
    public override IEnumerable<XElement> Draw(PlotFrame frame)
    {
        (ImmutableArray<double> x, ImmutableArray<double> y) = (GridField.Edges(Field.X), GridField.Edges(Field.Y));
        for (int i = 0; i < Field.X.Length; i++)
        {
            for (int k = 0; k < Field.Y.Length; k++)
            {
                (SvgPoint low, SvgPoint high) = (frame.At(x[i], y[k]), frame.At(x[i + 1], y[k + 1]));
                XElement cell = SvgElement.Rectangle(low.X, high.Y, high.X - low.X, low.Y - high.Y, "none");
                cell.Add(new XAttribute("pointer-events", "all"), SvgElement.Hint(Hints[(i * Field.Y.Length) + k]));
                yield return cell;
            }
        }
    }
}
