using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;

namespace FiniteNCheck.Reporting.Svg;

/// <summary>Cells of a grid as one path.</summary>
internal static class CellPath
{
    /// <summary>
    /// The cells that are wanted, neighbours along the vertical axis joined; <see langword="null"/> where there are
    /// none.
    /// </summary>
    public static XElement? Draw(PlotFrame frame, GridField field, Func<int, bool> wanted, string fill)
    {
        (ImmutableArray<double> x, ImmutableArray<double> y) = (GridField.Edges(field.X), GridField.Edges(field.Y));
        var path = new StringBuilder();
        int rows = field.Y.Length;
        for (int i = 0; i < field.X.Length; i++)
        {
            for (int k = 0; k < rows;)
            {
                int end = k;
                while (end < rows && wanted((i * rows) + end))
                {
                    end++;
                }

                if (end > k)
                {
                    (SvgPoint low, SvgPoint high) = (frame.At(x[i], y[k]), frame.At(x[i + 1], y[end]));
                    (string top, string right) = (SvgElement.Coordinate(high.Y), SvgElement.Coordinate(high.X));
                    path.Append($"M{SvgElement.Pair(low)}V{top}H{right}V{SvgElement.Coordinate(low.Y)}Z");
                }

                k = Math.Max(end, k + 1);
            }
        }

        return path.Length == 0 ? null : SvgElement.Of("path", ("d", path.ToString()), ("fill", fill), ("shape-rendering", "crispEdges"));
    }
}
