using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Svg;
using FiniteNCheck.Verification.Collapse;

namespace FiniteNCheck.Reporting.Collapse;

/// <summary>The picture of a data collapse: the curves of all sizes as they are, and scaled.</summary>
public static class CollapsePicture
{
    private static readonly string?[] Dashes = [null, "6 3", "2 3", "8 3 2 3", "1 2"];

    /// <summary>The picture as SVG.</summary>
    /// <param name="report">The collapse.</param>
    public static string Render(CollapseReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        DataCollapse collapse = report.Collapse;
        string scaled = $"({collapse.Parameter} - {Numeral.Exact(collapse.Critical)}) N^b";
        ImmutableArray<Plot> plots =
        [
            PlotOf("Exact values", collapse.Parameter, collapse.Quantity, curve => curve.Points.Select(point =>
                (point.Parameter, point.Y * Math.Pow(curve.Spins, collapse.Height.Value)))),
            PlotOf("Scaled", scaled, $"{collapse.Quantity} N^-a", curve => curve.Points.Select(point => (point.X, point.Y))),
        ];
        return new SvgFigure($"Data collapse of {collapse.Quantity}", plots, 2)
            .Render($"{report.Law}. {ProvenanceText.Source(report.Provenance)}");

        Plot PlotOf(string title, string x, string y, Func<CollapseCurve, IEnumerable<(double X, double Y)>> points)
        {
            ImmutableArray<(double X, double Y)>[] curves = [.. collapse.Curves.Select(curve => points(curve).ToImmutableArray())];
            return new Plot(
                title,
                Around(x, curves.SelectMany(curve => curve.Select(point => point.X))),
                Around(y, curves.SelectMany(curve => curve.Select(point => point.Y))),
                [
                    .. curves.Select((curve, i) => new LineLayer(curve)
                    {
                        Label = $"N = {collapse.Curves[i].Spins}",
                        Dash = Dashes[i % Dashes.Length],
                        Width = i == curves.Length - 1 ? 2 : 1.2,
                    }),
                ]);
        }
    }

    private static PlotAxis Around(string label, IEnumerable<double> values)
    {
        double[] finite = [.. values.Where(double.IsFinite).DefaultIfEmpty(0)];
        (double from, double to) = (finite.Min(), finite.Max());
        double margin = to > from ? 0.05 * (to - from) : 1;
        return new PlotAxis(label, from - margin, to + margin);
    }
}
