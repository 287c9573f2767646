using System.Collections.Immutable;
using System.Text;
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
            .Select(index => Cells.Path(frame, Field, at => classes[at] == index, Scale.ColorOf(index)))
            .OfType<XElement>();
    }
}

/// <summary>Cells of a grid covered by a pattern.</summary>
/// <param name="Field">The grid; its values are not used.</param>
/// <param name="Covered">Whether each cell is covered, in the order of the grid.</param>
/// <param name="Pattern">The pattern.</param>
internal sealed record HatchLayer(GridField Field, ImmutableArray<bool> Covered, HatchPattern Pattern) : PlotLayer
{
    /// <inheritdoc/>
    public override IEnumerable<XElement> Draw(PlotFrame frame) =>
        Cells.Path(frame, Field, at => Covered[at], Pattern.Fill) is { } path ? [path] : [];

    /// <inheritdoc/>
    public override IEnumerable<XElement> Sample(SvgPoint left, double width)
    {
        yield return SvgElement.Rectangle(left.X, left.Y - 6, width, 12, Pattern.Fill, SvgElement.Ink);
    }
}

/// <summary>Lines of equal value, each with its level written on it.</summary>
/// <param name="Field">The values.</param>
/// <param name="Levels">The levels with their texts.</param>
internal sealed record ContourLayer(GridField Field, ImmutableArray<(double Level, string Text)> Levels) : PlotLayer
{
    // Along the line, the first choice first.
    private static readonly double[] Places = [0.5, 0.3, 0.7, 0.15, 0.85];

    // A line shorter than this has no room for its level.
    private const double ShortestWithText = 45;

    /// <inheritdoc/>
    public override IEnumerable<XElement> Draw(PlotFrame frame)
    {
        var lines = Levels.SelectMany(level => Contours.Of(Field, level.Level)
            .Select(line => (level.Text, Points: line.Select(point => frame.At(point.X, point.Y)).ToArray()))).ToArray();
        foreach ((_, SvgPoint[] points) in lines)
        {
            yield return SvgElement.Path(points, SvgElement.Paper, 2.2);
            yield return SvgElement.Path(points, SvgElement.Ink, 0.8);
        }

        var taken = new List<SvgPoint>();
        foreach ((string text, SvgPoint[] points) in lines.Where(line => Length(line.Points) >= ShortestWithText))
        {
            // Where the first choice is taken by another level, further along the line.
            SvgPoint? free = Places.Select(share => (SvgPoint?)points[(int)(share * (points.Length - 1))])
                .FirstOrDefault(at => taken.TrueForAll(other => Math.Abs(other.X - at!.Value.X) > 30 || Math.Abs(other.Y - at.Value.Y) > 11));
            if (free is { } place)
            {
                taken.Add(place);
                yield return SvgElement.Text(text, new SvgPoint(place.X, place.Y + 3), 9, "middle", halo: true);
            }
        }
    }

    private static double Length(SvgPoint[] points) =>
        points.Zip(points.Skip(1), (a, b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)))).Sum();
}

/// <summary>Cells of a grid as one path.</summary>
file static class Cells
{
    /// <summary>The cells that are wanted, neighbours along the vertical axis joined; <see langword="null"/> where there are none.</summary>
    public static XElement? Path(PlotFrame frame, GridField field, Func<int, bool> wanted, string fill)
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
                    path.Append($"M{SvgElement.Pair(low)}V{SvgElement.Coordinate(high.Y)}H{SvgElement.Coordinate(high.X)}V{SvgElement.Coordinate(low.Y)}Z");
                }

                k = Math.Max(end, k + 1);
            }
        }

        return path.Length == 0 ? null : SvgElement.Of("path", ("d", path.ToString()), ("fill", fill), ("shape-rendering", "crispEdges"));
    }
}
