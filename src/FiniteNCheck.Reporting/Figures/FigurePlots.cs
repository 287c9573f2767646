using System.Collections.Immutable;
using FiniteNCheck.Claims.Figures;
using FiniteNCheck.Reporting.Svg;

namespace FiniteNCheck.Reporting.Figures;

/// <summary>Draws the panels of a figure.</summary>
internal static class FigurePlots
{
    private const string CycleColor = "#c2410c";
    private const string TrajectoryColor = "#333333";
    private const double ArrowLength = 11;

    // Grids coarser than this have no contours.
    private const int MinContourPoints = 12;

    /// <summary>The picture of a figure.</summary>
    /// <param name="figure">The figure.</param>
    public static SvgFigure Draw(FigureContent figure) => new(figure.Title, [.. figure.Panels.Select(Draw)], figure.Columns);

    private static Plot Draw(FigurePanel panel)
    {
        Plot plot = panel switch
        {
            MapPanel map => Draw(map),
            FlowPanel flow => Draw(flow),
            _ => throw new NotSupportedException($"A panel of type {panel.GetType().Name} cannot be drawn."),
        };
        return panel.Height is { } height ? plot with { FrameHeight = height } : plot;
    }

    private static Plot Draw(MapPanel map)
    {
        GridField field = new(map.X, map.Y, map.Values.IsEmpty ? NoValues(map) : map.Values);
        PlotAxis x = GridField.AxisOf(map.XLabel, map.X);
        PlotAxis y = GridField.AxisOf(map.YLabel, map.Y);
        ColorScale? scale = map.Scale is { } classes ? ScaleOf(classes) : null;
        IEnumerable<PlotLayer> colors = scale is null ? [] : [new HeatLayer(field, scale)];
        IEnumerable<PlotLayer> contours = scale is null ? [] : [Contours(field, scale)];
        return new Plot(
            map.Title,
            x,
            y,
            [
                .. colors,
                .. map.Patterns.Select(region => new HatchLayer(field, region.Covered, PatternOf(region.Kind)) { Label = region.Label }),
                .. contours,
                .. map.Lines.Select(line => Boundary(line, x, y)),
                .. map.Marks.Select(Marks),
            ],
            scale);
    }

    private static Plot Draw(FlowPanel flow) => new(
        flow.Title,
        new PlotAxis(flow.XLabel, -flow.Reach, flow.Reach),
        new PlotAxis(flow.YLabel, -flow.Reach, flow.Reach),
        [new ArrowLayer(flow.Arrows, ArrowLength), .. flow.Curves.Select(Curve), .. flow.Marks.Select(Marks)]);

    private static LineLayer Curve(FlowCurve curve) => new(curve.Points)
    {
        Stroke = curve.IsCycle ? CycleColor : TrajectoryColor,
        Width = curve.IsCycle ? 3.2 : 1.1,
        IsDirected = !curve.IsCycle,
        Label = curve.Label,
    };

    private static MarkerLayer Marks(PanelMarks marks) => new(marks.Points, marks.IsFilled) { Label = marks.Label };

    private static LineLayer Boundary(BoundaryLine line, PlotAxis x, PlotAxis y) =>
        new([.. line.Points.Select(point => (Within(point.X, x), Within(point.Y, y)))])
        {
            Dash = DashOf(line.Style),
            Width = 1.8,
            HasRim = true,
            Label = line.Label,
        };

    private static double Within(double value, PlotAxis axis) =>
        double.IsNegativeInfinity(value) ? axis.From : double.IsPositiveInfinity(value) ? axis.To : value;

    private static ImmutableArray<double> NoValues(MapPanel map) => [.. Enumerable.Repeat(double.NaN, map.X.Length * map.Y.Length)];

    /// <summary>Contours at every second limit of a scale; none on a grid too coarse to draw them.</summary>
    private static ContourLayer Contours(GridField field, ColorScale scale)
    {
        bool drawn = Math.Min(field.X.Length, field.Y.Length) >= MinContourPoints;
        IEnumerable<double> levels = scale.Limits.Skip(1).SkipLast(1).Where((_, i) => i % 2 == 1 || scale.Classes < 6);
        return new ContourLayer(field, drawn ? [.. levels.Select(level => (level, ColorScale.TextOf(level)))] : []);
    }

    private static ColorScale ScaleOf(MapScale scale) => scale.Kind switch
    {
        MapScaleKind.Linear => ColorScale.FromZero(scale.Label, scale.Numbers),
        MapScaleKind.Geometric => ColorScale.Geometric(scale.Label, scale.Numbers),
        _ => new ColorScale { Label = scale.Label, Limits = scale.Numbers },
    };

    private static HatchPattern PatternOf(CellPatternKind kind) => kind switch
    {
        CellPatternKind.Rising => HatchPattern.Rising,
        CellPatternKind.Crossed => HatchPattern.Crossed,
        _ => HatchPattern.Dotted,
    };

    private static string DashOf(BoundaryStyle style) => style switch
    {
        BoundaryStyle.Dashed => "7 3",
        BoundaryStyle.Dotted => "2 2",
        _ => "9 3 2 3",
    };
}
