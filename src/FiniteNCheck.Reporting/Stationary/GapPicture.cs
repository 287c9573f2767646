using System.Collections.Immutable;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Svg;

namespace FiniteNCheck.Reporting.Stationary;

/// <summary>Slow modes as a picture: the eigenvalues in the complex plane, and where there are several sizes the rates against N.</summary>
public static class GapPicture
{
    /// <summary>The picture as SVG.</summary>
    /// <param name="report">The result.</param>
    public static string Render(GapReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        ImmutableArray<Plot> plots =
        [
            Plane(report),
            .. SizePlots.Of("decay rate, 1/time", Enumerable.Range(0, report.Modes).Select(mode => (
                $"mode {mode + 1}",
                report.Results.Where(result => mode < result.Eigenvalues.Length)
                    .Select(result => (result.Spins.Sum(), -result.Eigenvalues[mode].Real))))),
        ];
        return new SvgFigure($"Slowest modes of {report.Model.Name}", plots, plots.Length)
            .Render($"Eigenvalues of the generator, zero left out. {ProvenanceText.Source(report.Provenance)}");
    }

    private static Plot Plane(GapReport report)
    {
        (double X, double Y)[] all =
            [.. report.Results.SelectMany(result => result.Eigenvalues).Select(value => (value.Real, value.Imaginary))];
        double left = all.Select(point => point.X).Append(-1e-12).Min();
        double height = all.Select(point => Math.Abs(point.Y)).Append(0.1 * -left).Max();
        GapResult[] sizes = [.. report.Results.OrderBy(result => result.N)];
        return new Plot(
            "Eigenvalues of the generator",
            new PlotAxis("real part, 1/time", 1.1 * left, -0.1 * left),
            new PlotAxis("imaginary part, 1/time", -1.1 * height, 1.1 * height),
            [
                new LineLayer([(0, -1.1 * height), (0, 1.1 * height)]) { Width = 0.6 },
                .. sizes.Select((result, i) => new MarkerLayer(
                    [.. result.Eigenvalues.Select(value => (value.Real, value.Imaginary))], IsFilled: true)
                {
                    Fill = ColorScale.At(sizes.Length == 1 ? 1 : (double)i / (sizes.Length - 1)),
                    Hints =
                    [
                        .. result.Eigenvalues.Select(value =>
                            $"N = {result.Spins.Sum()}: {Numeral.Of(value.Real, 6)}, frequency {Numeral.Of(value.Imaginary, 6)}"),
                    ],
                    Label = $"N = {result.Spins.Sum()}",
                }),
            ]);
    }
}
