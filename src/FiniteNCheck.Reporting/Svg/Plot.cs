using System.Collections.Immutable;
using System.Xml.Linq;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Svg;

/// <summary>A plot: title, two axes, layers, and beside it the bar of its colours.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
/// <param name="Layers">What is drawn, the first at the bottom.</param>
/// <param name="Bar">The colours of its cells, or <see langword="null"/>.</param>
internal sealed record Plot(string Title, PlotAxis X, PlotAxis Y, ImmutableArray<PlotLayer> Layers, ColorScale? Bar = null)
{
    private const double Top = 30;
    private const double Beside = 16;
    private const double BesideBar = 96;
    private const double LegendLine = 18;
    private const double LegendBreak = 13;
    private const double SampleWidth = 26;
    private const double SampleGap = 8;
    private const double TextSize = 11;
    private const double LetterWidth = 6.2;

    /// <summary>The width of the frame.</summary>
    public double FrameWidth { get; init; } = 300;

    /// <summary>The height of the frame.</summary>
    public double FrameHeight { get; init; } = 260;

    /// <summary>Whether the legend stands below the frame; a page has one for all plots of a figure.</summary>
    public bool HasLegend { get; init; } = true;

    /// <summary>The width with everything around the frame.</summary>
    public double Width => Left + FrameWidth + (Bar is null ? Beside : BesideBar);

    /// <summary>The height with everything around the frame.</summary>
    public double Height => Top + FrameHeight + Below + Legend.Sum(LegendHeight);

    /// <summary>Whether the horizontal axis has names as ticks: they are written upwards.</summary>
    private bool HasNames => X.FixedTicks.Length > 0 && X.Label.Length == 0;

    private double Left => Math.Max(56, Longest(Y) + (Y.Label.Length > 0 ? 30 : 14));

    private double Below => HasNames ? Longest(X) + 18 : 46;

    private ImmutableArray<PlotLayer> Legend => HasLegend ? [.. Layers.Where(layer => layer.Label is not null)] : [];

    /// <summary>The plot as a group.</summary>
    /// <param name="x">Its left edge.</param>
    /// <param name="y">Its top edge.</param>
    public XElement Draw(double x, double y)
    {
        var frame = new PlotFrame(x + Left, y + Top, FrameWidth, FrameHeight, X, Y);
        string clip = $"frame-{SvgElement.Coordinate(frame.Left)}-{SvgElement.Coordinate(frame.Top)}".Replace('.', '_');
        XElement group = SvgElement.Of("g", ("class", "plot"));
        XElement clipPath = SvgElement.Of("clipPath", ("id", clip));
        clipPath.Add(SvgElement.Rectangle(frame.Left, frame.Top, frame.Width, frame.Height, SvgElement.Paper));
        group.Add(clipPath);
        XElement title = SvgElement.Text(Title, new SvgPoint(frame.Left + (frame.Width / 2), y + 18), 13, "middle");
        title.SetAttributeValue("font-weight", "bold");
        group.Add(title);
        XElement inside = SvgElement.Of("g", ("clip-path", $"url(#{clip})"));
        inside.Add(Layers.SelectMany(layer => layer.Draw(frame)));
        group.Add(inside);
        group.Add(Axes(frame), ColorBar(frame), DrawLegend(frame));
        return group;
    }

    private static double Longest(PlotAxis axis) => axis.Ticks.Select(tick => LetterWidth * tick.Text.Length).DefaultIfEmpty(0).Max();

    private IEnumerable<XElement> Axes(PlotFrame frame)
    {
        yield return SvgElement.Rectangle(frame.Left, frame.Top, frame.Width, frame.Height, "none", SvgElement.Ink);
        foreach ((double value, string text) in frame.X.Ticks)
        {
            double x = frame.Left + (frame.Width * frame.X.Position(value));
            yield return SvgElement.Line(new SvgPoint(x, frame.Bottom), new SvgPoint(x, frame.Bottom + 5), SvgElement.Ink, 1);
            var below = new SvgPoint(x + (HasNames ? 4 : 0), frame.Bottom + (HasNames ? 9 : 18));
            yield return SvgElement.Text(
                text,
                below,
                TextSize,
                HasNames ? "end" : "middle",
                HasNames ? $"rotate(-90 {SvgElement.Pair(below)})" : null);
        }

        foreach ((double value, string text) in frame.Y.Ticks)
        {
            double y = frame.Bottom - (frame.Height * frame.Y.Position(value));
            yield return SvgElement.Line(new SvgPoint(frame.Left - 5, y), new SvgPoint(frame.Left, y), SvgElement.Ink, 1);
            yield return SvgElement.Text(text, new SvgPoint(frame.Left - 8, y + 4), TextSize, "end");
        }

        yield return SvgElement.Text(frame.X.Label, new SvgPoint(frame.Left + (frame.Width / 2), frame.Bottom + 36), 12, "middle");
        var side = new SvgPoint(frame.Left - Math.Max(42, Longest(frame.Y) + 20), frame.Top + (frame.Height / 2));
        yield return SvgElement.Text(frame.Y.Label, side, 12, "middle", $"rotate(-90 {SvgElement.Pair(side)})");
    }

    private IEnumerable<XElement> ColorBar(PlotFrame frame)
    {
        if (Bar is not { } scale)
        {
            yield break;
        }

        const double BarWidth = 14;
        double left = frame.Right + 12;
        double step = frame.Height / scale.Classes;
        int every = (scale.Classes + 11) / 12;
        for (int i = 0; i < scale.Classes; i++)
        {
            XElement color = SvgElement.Rectangle(left, frame.Bottom - ((i + 1) * step), BarWidth, step, scale.ColorOf(i), "#777777");
            color.SetAttributeValue("class", scale.CellName(i));
            yield return color;
        }

        for (int i = 0; i <= scale.Classes; i += every)
        {
            yield return SvgElement.Text(
                ColorScale.TextOf(scale.Limits[i]),
                new SvgPoint(left + BarWidth + 4, frame.Bottom - (i * step) + 3.5),
                10,
                "start");
        }

        var side = new SvgPoint(left + BarWidth + 60, frame.Top + (frame.Height / 2));
        yield return SvgElement.Text(scale.Label, side, TextSize, "middle", $"rotate(-90 {SvgElement.Pair(side)})");
    }

    private IEnumerable<XElement> DrawLegend(PlotFrame frame)
    {
        double top = frame.Bottom + Below + 4;
        foreach (PlotLayer layer in Legend)
        {
            var left = new SvgPoint(frame.Left, top);
            foreach (XElement sample in layer.Sample(left, SampleWidth))
            {
                yield return sample;
            }

            foreach ((string line, int i) in Lines(layer.Label!).Select((line, i) => (line, i)))
            {
                yield return SvgElement.Text(
                    line,
                    new SvgPoint(left.X + SampleWidth + SampleGap, top + 4 + (i * LegendBreak)),
                    TextSize,
                    "start");
            }

            top += LegendHeight(layer);
        }
    }

    private double LegendHeight(PlotLayer layer) => LegendLine + (LegendBreak * (Lines(layer.Label!).Length - 1));

    private string[] Lines(string label) => WrappedText.Lines(label, (int)((FrameWidth + Beside - SampleWidth - SampleGap) / LetterWidth));
}
