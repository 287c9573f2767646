using System.Collections.Immutable;
using FiniteNCheck.Papers.Fiorelli2024.Correlations;
using FiniteNCheck.Papers.Fiorelli2024.Figures;
using FiniteNCheck.Reporting.Svg;

namespace FiniteNCheck.Reporting.Figures;

/// <summary>Figure 2 as a picture: the phases that the flow shows, and how the printed conditions for the limit cycle fit them.</summary>
internal static class PhaseDiagramPlot
{
    private const double HopfTemperature = 2.0 / 3;
    private const double LeastField = 0.25;

    /// <summary>The picture.</summary>
    /// <param name="diagram">The data.</param>
    public static SvgFigure Of(PhaseDiagram diagram)
    {
        Plot conditions(string title, Func<PhaseDiagramPoint, bool> condition) => Conditions(diagram, title, condition);
        return new SvgFigure(
            "Figure 2: phases of one stored pattern, by the integrated mean-field flow",
            [
                Phases(diagram),
                conditions("Section 6.2 on the limit cycle", point => point.TextCondition),
                conditions("Appendix B.1 on the limit cycle", point => point.AppendixCondition),
                conditions("Appendix B.1 with β > 3/2 instead", point => point.CorrectedCondition),
            ],
            2);
    }

    private static Plot Phases(PhaseDiagram diagram)
    {
        GridField field = PlanePlot.Field(diagram.Grid, diagram.Points.Select(point => point.Phase == Phase.Retrieval ? point.Overlap : double.NaN));
        var scale = new ColorScale { Label = "overlap o_z", Limits = [.. Enumerable.Range(0, 11).Select(i => i / 10.0)] };
        ImmutableArray<double> temperatures = diagram.Grid.Temperatures;
        (PlotAxis x, PlotAxis y) = PlanePlot.Axes(diagram.Grid);
        return new Plot(
            "Where the flow goes from the stored pattern",
            x,
            y,
            [
                new HeatLayer(field, scale),
                new HatchLayer(field, [.. diagram.Points.Select(point => point.Phase == Phase.LimitCycle)], HatchPattern.Rising) { Label = "limit cycle" },
                new HatchLayer(field, [.. diagram.Points.Select(point => point.Phase == Phase.Paramagnetic)], HatchPattern.Dotted) { Label = "paramagnetic" },
                new HatchLayer(field, [.. diagram.Points.Select(point => point.Phase is null)], HatchPattern.Crossed),
                PlanePlot.Contours(field, scale),
                new LineLayer([.. temperatures.Zip(diagram.RetrievalBoundary)]) { Dash = "7 3", Width = 1.8, HasRim = true, Label = "β = 1 + 8(Ω/cosh βo_z)²: above it (B.4) has only o_z = 0" },
                new LineLayer([(HopfTemperature, y.From), (HopfTemperature, y.To)]) { Dash = "2 2", Width = 1.8, HasRim = true, Label = "β = 3/2" },
                new LineLayer([(x.From, LeastField), (x.To, LeastField)]) { Dash = "9 3 2 3", Width = 1.8, HasRim = true, Label = "Ω = 1/4" },
            ],
            scale);
    }

    private static Plot Conditions(PhaseDiagram diagram, string title, Func<PhaseDiagramPoint, bool> condition)
    {
        GridField field = PlanePlot.Field(diagram.Grid, diagram.Points.Select(_ => double.NaN));
        (PlotAxis x, PlotAxis y) = PlanePlot.Axes(diagram.Grid);
        HatchLayer layer(bool expected, bool seen, HatchPattern pattern, string label) => new(
            field, [.. diagram.Points.Select(point => condition(point) == expected && (point.Phase == Phase.LimitCycle) == seen)], pattern)
        { Label = label };
        return new Plot(
            title,
            x,
            y,
            [
                layer(true, true, HatchPattern.Rising, "expected, and in the flow"),
                layer(true, false, HatchPattern.Crossed, "expected, not in the flow"),
                layer(false, true, HatchPattern.Dotted, "in the flow, not expected"),
            ]);
    }
}
