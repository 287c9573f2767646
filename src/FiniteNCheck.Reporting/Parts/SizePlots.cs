using System.Collections.Immutable;
using FiniteNCheck.Reporting.Svg;

namespace FiniteNCheck.Reporting.Parts;

/// <summary>Positive numbers against N, twice: a power law is a line in the first plot, an exponential in the second.</summary>
internal static class SizePlots
{
    private static readonly string?[] Dashes = [null, "6 3", "2 3", "8 3 2 3", "1 2"];

    /// <summary>The two plots; none where fewer than two sizes have positive numbers.</summary>
    /// <param name="label">What the numbers are, with their unit.</param>
    /// <param name="curves">The numbers by name; those that are not positive are left out.</param>
    public static ImmutableArray<Plot> Of(string label, IEnumerable<(string Name, IEnumerable<(int Spins, double Value)> Points)> curves)
    {
        (string Name, ImmutableArray<(double X, double Y)> Points)[] drawn =
        [
            .. curves.Select(curve => (curve.Name, curve.Points
                .Where(point => point.Value > 0 && double.IsFinite(point.Value))
                .Select(point => ((double)point.Spins, point.Value)).ToImmutableArray())),
        ];
        double[] sizes = [.. drawn.SelectMany(curve => curve.Points).Select(point => point.X).Distinct().Order()];
        if (sizes.Length < 2)
        {
            return [];
        }

        double[] values = [.. drawn.SelectMany(curve => curve.Points).Select(point => point.Y)];
        var y = new PlotAxis(label, values.Min() / 1.3, values.Max() * 1.3, IsLogarithmic: true);
        double margin = 0.05 * (sizes[^1] - sizes[0]);
        PlotLayer[] layers =
        [
            .. drawn.Select((curve, i) => new LineLayer(curve.Points)
            {
                Label = curve.Name,
                Dash = Dashes[i % Dashes.Length],
                IsMarked = true,
            }),
        ];
        return
        [
            new Plot("A power law is a line", PlotAxis.OfSizes("spins N", sizes), y, [.. layers]),
            new Plot("An exponential is a line", new PlotAxis("spins N", sizes[0] - margin, sizes[^1] + margin), y, [.. layers]),
        ];
    }
}
