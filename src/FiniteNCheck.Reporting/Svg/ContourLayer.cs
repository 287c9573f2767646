using System.Collections.Immutable;
using System.Xml.Linq;

namespace FiniteNCheck.Reporting.Svg;

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
        var lines = Levels.SelectMany(level => Contours.Trace(Field, level.Level)
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
            SvgPoint? free = Places
                .Select(share => (SvgPoint?)points[(int)(share * (points.Length - 1))])
                .FirstOrDefault(at =>
                    taken.TrueForAll(other => Math.Abs(other.X - at!.Value.X) > 30 || Math.Abs(other.Y - at.Value.Y) > 11));
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
