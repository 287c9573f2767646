using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Figures;
using FiniteNCheck.Papers.Fiorelli2024.Correlations;

namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>Figure 2 as it is shown: the phases that the flow shows, and how the printed conditions fit them.</summary>
internal static class PhaseDiagramContent
{
    private const double HopfTemperature = 2.0 / 3;
    private const double MinField = 0.25;
    private const double Infinity = double.PositiveInfinity;

    /// <summary>Describes the figure.</summary>
    /// <param name="diagram">The data.</param>
    public static FigureContent Describe(PhaseDiagram diagram) =>
        new()
        {
            Name = "figure-2",
            Title = "Figure 2: phases of one stored pattern, by the integrated mean-field flow",
            Caption =
                "Where the integrated mean-field flow goes from the stored pattern; "
                + "the other maps hold the printed conditions for the limit cycle against it. "
                + $"Of {diagram.Points.Length} points section 6.2 is wrong at "
                + $"{diagram.Disagreements(point => point.TextCondition)}, appendix B.1 at "
                + $"{diagram.Disagreements(point => point.AppendixCondition)}, appendix B.1 with beta > 3/2 at "
                + $"{diagram.Disagreements(point => point.CorrectedCondition)}.",
            Panels =
            [
                Phases(diagram),
                Conditions(diagram, "Section 6.2 on the limit cycle", point => point.TextCondition),
                Conditions(diagram, "Appendix B.1 on the limit cycle", point => point.AppendixCondition),
                Conditions(diagram, "Appendix B.1 with β > 3/2 instead", point => point.CorrectedCondition),
            ],
            Columns = 2,
            Tables = [Table(diagram)],
        };

    /// <summary>Counts phases, and the points that each condition gets wrong.</summary>
    /// <param name="diagram">The data.</param>
    public static FigureSummary Summarise(PhaseDiagram diagram)
    {
        ImmutableArray<Cell> Wrong(string name, Func<PhaseDiagramPoint, bool> condition) =>
            [name, $"{diagram.Disagreements(condition)}"];
        return new FigureSummary(
        [
            $"Figure 2: {diagram.Points.Length} points of the (T, Omega) plane, by the flow from the stored pattern.",
            PhaseText.Count(diagram.Points.Select(point => point.Phase)),
        ],
        ["<!limit cycle expected by", "wrong points"],
        [
            Wrong("section 6.2: Omega > 1/4, beta > 3/2, beta > 1 + 8 Omega~^2", point => point.TextCondition),
            Wrong("appendix B.1: beta < 3/2, Omega > 1/4, beta < 1 + 8 Omega~^2", point => point.AppendixCondition),
            Wrong("Omega > 1/4, beta > 3/2, beta < 1 + 8 Omega~^2", point => point.CorrectedCondition),
        ]);
    }

    private static FigureTable Table(PhaseDiagram diagram) => new(
        "figure-2",
        [
            "temperature",
            "field",
            "phase",
            "phaseFromZero",
            "overlap",
            "eigenvalue",
            "eigenvalueAtZero",
            "stationaryOverlap",
            "cycleBySection62",
            "cycleByAppendixB1",
            "cycleCorrected",
        ],
        [.. diagram.Points.Select(Row)]);

    private static ImmutableArray<Cell> Row(PhaseDiagramPoint point) =>
    [
        point.Temperature,
        point.Field,
        PhaseText.Name(point.Phase),
        PhaseText.Name(point.PhaseFromZero),
        point.Overlap,
        point.Eigenvalue,
        point.EigenvalueAtZero,
        point.StationaryOverlap,
        PhaseText.YesNo(point.TextCondition),
        PhaseText.YesNo(point.AppendixCondition),
        PhaseText.YesNo(point.CorrectedCondition),
    ];

    private static MapPanel Phases(PhaseDiagram diagram)
    {
        CellPattern Region(Phase? phase, CellPatternKind kind, string? label = null) =>
            new([.. diagram.Points.Select(point => point.Phase == phase)], kind, label);
        return PlaneMap.Empty("Where the flow goes from the stored pattern", diagram.Grid) with
        {
            Values = [.. diagram.Points.Select(point => point.Phase == Phase.Retrieval ? point.Overlap : double.NaN)],
            Scale = new MapScale("overlap o_z", MapScaleKind.Given, [.. Enumerable.Range(0, 11).Select(i => i / 10.0)]),
            Patterns =
            [
                Region(Phase.LimitCycle, CellPatternKind.Rising, "limit cycle"),
                Region(Phase.Paramagnetic, CellPatternKind.Dotted, "paramagnetic"),
                Region(null, CellPatternKind.Crossed),
            ],
            Lines =
            [
                new BoundaryLine(
                    [.. diagram.Grid.Temperatures.Zip(diagram.RetrievalBoundary)],
                    BoundaryStyle.Dashed,
                    "β = 1 + 8(Ω/cosh βo_z)²: above it (B.4) has only o_z = 0"),
                new BoundaryLine(
                    [(HopfTemperature, -Infinity), (HopfTemperature, Infinity)], BoundaryStyle.Dotted, "β = 3/2"),
                new BoundaryLine([(-Infinity, MinField), (Infinity, MinField)], BoundaryStyle.DashDotted, "Ω = 1/4"),
            ],
        };
    }

    private static MapPanel Conditions(PhaseDiagram diagram, string title, Func<PhaseDiagramPoint, bool> condition)
    {
        CellPattern Cells(bool expected, bool seen, CellPatternKind kind, string label) => new(
            [.. diagram.Points.Select(point => condition(point) == expected && (point.Phase == Phase.LimitCycle) == seen)],
            kind,
            label);
        return PlaneMap.Empty(title, diagram.Grid) with
        {
            Patterns =
            [
                Cells(expected: true, seen: true, CellPatternKind.Rising, "expected, and in the flow"),
                Cells(expected: true, seen: false, CellPatternKind.Crossed, "expected, not in the flow"),
                Cells(expected: false, seen: true, CellPatternKind.Dotted, "in the flow, not expected"),
            ],
        };
    }
}
