using System.Collections.Immutable;
using System.Globalization;
using FiniteNCheck.Papers.Fiorelli2024.Correlations;
using FiniteNCheck.Papers.Fiorelli2024.Figures;
using FiniteNCheck.Reporting.Svg;

namespace FiniteNCheck.Reporting.Figures;

/// <summary>Figure B1 as a picture: the standard deviation of the overlap, and portraits of the flow.</summary>
internal static class LimitCyclePlot
{
    private const string CycleColor = "#c2410c";
    private const string TrajectoryColor = "#333333";

    /// <summary>The picture.</summary>
    /// <param name="map">Part (a).</param>
    /// <param name="portraits">Part (b).</param>
    public static SvgFigure Of(LimitCycleMap map, ImmutableArray<Portrait> portraits) =>
        new("Figure B1: the limit cycle", [Deviation(map, portraits), .. portraits.Select(Portrait)], 2);

    private static Plot Deviation(LimitCycleMap map, ImmutableArray<Portrait> portraits)
    {
        GridField field = PlanePlot.Field(map.Grid, map.Points.Select(point => point.Phase == Phase.LimitCycle ? point.Deviation : double.NaN));
        var scale = ColorScale.FromZero("standard deviation o_sd", field.Values);
        (PlotAxis x, PlotAxis y) = PlanePlot.Axes(map.Grid);
        return new Plot(
            "(a) Deviation of o_z at long times, from near zero",
            x,
            y,
            [
                new HeatLayer(field, scale),
                new HatchLayer(field, [.. map.Points.Select(point => point.Phase is null)], HatchPattern.Crossed),
                PlanePlot.Contours(field, scale),
                new MarkerLayer([.. portraits.Select(portrait => (portrait.Temperature, portrait.Field))], IsFilled: false) { Label = "portraits of (b); white: a fixed point, o_sd = 0" },
            ],
            scale)
        { FrameHeight = 300 };
    }

    private static Plot Portrait(Portrait portrait)
    {
        LineLayer line(PortraitCurve curve) => new([.. curve.Points.Select(point => (point.Z, point.Y))])
        {
            Stroke = curve.IsCycle ? CycleColor : TrajectoryColor,
            Width = curve.IsCycle ? 3.2 : 1.1,
            IsDirected = !curve.IsCycle,
        };
        MarkerLayer points(bool stable, string label)
        {
            ImmutableArray<(double, double)> at = [.. portrait.FixedPoints.Where(point => point.Eigenvalue < 0 == stable).Select(point => (point.At.Z, point.At.Y))];
            return new MarkerLayer(at, stable) { Label = at.IsEmpty ? null : label };
        }

        ImmutableArray<LineLayer> trajectories = [.. portrait.Curves.Where(curve => !curve.IsCycle).Select(line)];
        ImmutableArray<LineLayer> cycles = [.. portrait.Curves.Where(curve => curve.IsCycle).Select(line)];
        return new Plot(
            string.Create(CultureInfo.InvariantCulture, $"(b) T = {portrait.Temperature}, Ω = {portrait.Field}"),
            new PlotAxis("overlap o_z", -1.05, 1.05),
            new PlotAxis("overlap o_y", -1.05, 1.05),
            [
                new ArrowLayer([.. portrait.Arrows.Select(arrow => (arrow.At.Z, arrow.At.Y, arrow.RateZ, arrow.RateY))], 11),
                .. trajectories.Select((layer, i) => i == 0 ? layer with { Label = "trajectories; arrows: the flow, darker where faster" } : layer),
                .. cycles.Select(layer => layer with { Label = "limit cycle" }),
                points(true, "stable fixed point"),
                points(false, "unstable fixed point"),
            ])
        { FrameHeight = 300 };
    }
}
