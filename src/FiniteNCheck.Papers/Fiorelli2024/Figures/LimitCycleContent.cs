using System.Collections.Immutable;
using System.Globalization;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Figures;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Correlations;

namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>Figure B1 as it is shown: the standard deviation of the overlap, and portraits of the flow.</summary>
internal static class LimitCycleContent
{
    private const int PanelHeight = 300;
    private const double Reach = 1.05;

    private const string CaptionText =
        "Standard deviation of the overlap o_z over one period of the orbit that the flow settles on "
        + "from overlaps near zero, and portraits of the flow at T = 0.6. "
        + "The paper's lower panel, Omega = 0.35, shows two stable solutions where the printed equations run into a limit cycle.";

    /// <summary>Describes the figure.</summary>
    /// <param name="map">Part (a).</param>
    /// <param name="portraits">Part (b).</param>
    public static FigureContent Describe(LimitCycleMap map, ImmutableArray<Portrait> portraits) => new()
    {
        Name = "figure-b1",
        Title = "Figure B1: the limit cycle",
        Caption = CaptionText,
        Panels = [Deviation(map, portraits), .. portraits.Select(PortraitPanel)],
        Columns = 2,
        Tables = [Table(map), Table(portraits)],
    };

    /// <summary>Counts phases, and the stable fixed points of each portrait.</summary>
    /// <param name="map">Part (a).</param>
    /// <param name="portraits">Part (b).</param>
    public static FigureSummary Summarise(LimitCycleMap map, ImmutableArray<Portrait> portraits) => new(
        [
            $"Figure B1: {map.Points.Length} points, by the flow from overlaps near zero.",
            PhaseText.Count(map.Points.Select(point => point.Phase)),
        ],
        ["T", "Omega", "<!limit cycle", "stable fixed points"],
        [
            .. portraits.Select(portrait => (ImmutableArray<Cell>)
            [
                Numeral.Of(portrait.Temperature, 4),
                Numeral.Of(portrait.Field, 4),
                PhaseText.YesNo(portrait.Curves.Any(curve => curve.IsCycle)),
                $"{portrait.FixedPoints.Count(point => point.Eigenvalue < 0)}",
            ]),
        ]);

    private static MapPanel Deviation(LimitCycleMap map, ImmutableArray<Portrait> portraits)
    {
        ImmutableArray<double> values =
            [.. map.Points.Select(point => point.Phase == Phase.LimitCycle ? point.Deviation : double.NaN)];
        return PlaneMap.Empty("(a) Deviation of o_z at long times, from near zero", map.Grid) with
        {
            Values = values,
            Scale = new MapScale("standard deviation o_sd", MapScaleKind.Linear, values),
            Patterns = [new CellPattern([.. map.Points.Select(point => point.Phase is null)], CellPatternKind.Crossed)],
            Marks =
            [
                new PanelMarks(
                    [.. portraits.Select(portrait => (portrait.Temperature, portrait.Field))],
                    IsFilled: false,
                    "portraits of (b); white: a fixed point, o_sd = 0"),
            ],
            Height = PanelHeight,
        };
    }

    private static FlowPanel PortraitPanel(Portrait portrait)
    {
        FlowCurve Curve(PortraitCurve curve, string? label) =>
            new([.. curve.Points.Select(point => (point.Z, point.Y))], curve.IsCycle, label);
        PanelMarks Marks(bool stable, string label)
        {
            ImmutableArray<(double, double)> points =
                [.. portrait.FixedPoints.Where(point => point.Eigenvalue < 0 == stable).Select(point => (point.At.Z, point.At.Y))];
            return new PanelMarks(points, stable, points.IsEmpty ? null : label);
        }

        return new FlowPanel
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"(b) T = {portrait.Temperature}, Ω = {portrait.Field}"),
            XLabel = "overlap o_z",
            YLabel = "overlap o_y",
            Reach = Reach,
            Arrows = [.. portrait.Arrows.Select(arrow => (arrow.At.Z, arrow.At.Y, arrow.RateZ, arrow.RateY))],
            Curves =
            [
                .. portrait.Curves.Where(curve => !curve.IsCycle)
                    .Select((curve, i) => Curve(curve, i == 0 ? "trajectories; arrows: the flow, darker where faster" : null)),
                .. portrait.Curves.Where(curve => curve.IsCycle).Select(curve => Curve(curve, "limit cycle")),
            ],
            Marks = [Marks(stable: true, "stable fixed point"), Marks(stable: false, "unstable fixed point")],
            Height = PanelHeight,
        };
    }

    private static FigureTable Table(LimitCycleMap map) => new(
        "figure-b1-deviation",
        ["temperature", "field", "phaseFromZero", "mean", "deviation", "period"],
        [
            .. map.Points.Select(point => (ImmutableArray<Cell>)
                [point.Temperature, point.Field, PhaseText.Name(point.Phase), point.Mean, point.Deviation, point.Period]),
        ]);

    private static FigureTable Table(ImmutableArray<Portrait> portraits) => new(
        "figure-b1-portraits",
        ["temperature", "field", "kind", "curve", "oz", "oy", "rateZ", "rateY", "eigenvalue"],
        [.. portraits.SelectMany(Rows)]);

    private static IEnumerable<ImmutableArray<Cell>> Rows(Portrait portrait)
    {
        for (int curve = 0; curve < portrait.Curves.Length; curve++)
        {
            foreach (PortraitPoint point in portrait.Curves[curve].Points)
            {
                yield return Row(portrait, portrait.Curves[curve].IsCycle ? "cycle" : "trajectory", point, curve: curve + 1);
            }
        }

        foreach (FlowArrow arrow in portrait.Arrows)
        {
            yield return Row(portrait, "flow", arrow.At, rateZ: arrow.RateZ, rateY: arrow.RateY);
        }

        foreach (FlowFixedPoint point in portrait.FixedPoints)
        {
            yield return Row(portrait, "fixedPoint", point.At, eigenvalue: point.Eigenvalue);
        }
    }

    private static ImmutableArray<Cell> Row(
        Portrait portrait,
        string kind,
        PortraitPoint at,
        double curve = double.NaN,
        double rateZ = double.NaN,
        double rateY = double.NaN,
        double eigenvalue = double.NaN) =>
        [portrait.Temperature, portrait.Field, kind, curve, Rounded(at.Z), Rounded(at.Y), Rounded(rateZ), Rounded(rateY), eigenvalue];

    // Points of curves are for drawing: six decimals.
    private static double Rounded(double value) => Math.Round(value, 6);
}
