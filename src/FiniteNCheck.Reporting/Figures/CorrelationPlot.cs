using System.Collections.Immutable;
using FiniteNCheck.Papers.Fiorelli2024.Correlations;
using FiniteNCheck.Papers.Fiorelli2024.Figures;
using FiniteNCheck.Reporting.Svg;

namespace FiniteNCheck.Reporting.Figures;

/// <summary>Figure 3 as pictures: correlations in the limit with both drifts, and at finite N.</summary>
internal static class CorrelationPlot
{
    private static readonly ImmutableArray<(string Name, Func<GaussianCorrelations, double?> Of)> Quantities =
    [
        ("quantum discord (nats)", correlations => correlations.Discord),
        ("classical correlations (nats)", correlations => correlations.Classical),
        ("logarithmic negativity (nats)", correlations => correlations.LogarithmicNegativity),
    ];

    /// <summary>The picture of the limit: a row per quantity, the drift as printed on the left.</summary>
    /// <param name="figure">The data.</param>
    public static SvgFigure OfLimit(CorrelationFigure figure)
    {
        ImmutableArray<Cell> printed = [.. figure.Printed.Select(point => new Cell(point.Map.Phase, point.Map.Correlations))];
        ImmutableArray<Cell> full = [.. figure.Full.Select(point => new Cell(point.Map.Phase, point.Map.Correlations))];
        return new SvgFigure(
            "Figure 3: correlations between the two large spins of one pattern, N → ∞",
            [.. Quantities.SelectMany(quantity =>
            {
                ColorScale scale = ColorScale.Geometric(quantity.Name, printed.Concat(full).Select(cell => Value(cell, quantity.Of)));
                return new[]
                {
                    Map($"{Title(quantity.Name)}, drift as printed", figure.Grid, printed, quantity.Of, scale),
                    Map($"{Title(quantity.Name)}, full drift", figure.Grid, full, quantity.Of, scale),
                };
            })],
            2);
    }

    /// <summary>The picture of finite N: a row per size, a column per quantity.</summary>
    /// <param name="sizes">The sizes.</param>
    public static SvgFigure OfFinite(ImmutableArray<FiniteCorrelations> sizes)
    {
        ImmutableArray<ImmutableArray<Cell>> cells = [.. sizes.Select(size => size.Points.Select(point => new Cell(point.Phase, point.Correlations)).ToImmutableArray())];
        ImmutableArray<ColorScale> scales =
            [.. Quantities.Select(quantity => ColorScale.Geometric(quantity.Name, cells.SelectMany(each => each).Select(cell => Value(cell, quantity.Of))))];
        return new SvgFigure(
            "Figure 3 at finite N: correlations of the exact covariance",
            [.. sizes.SelectMany((size, row) => Quantities.Select((quantity, column) =>
                Map($"{Title(quantity.Name)}, N = {size.Spins}", size.Grid, cells[row], quantity.Of, scales[column])))],
            Quantities.Length);
    }

    private static Plot Map(string title, PlaneGrid grid, ImmutableArray<Cell> cells, Func<GaussianCorrelations, double?> quantity, ColorScale scale)
    {
        GridField field = PlanePlot.Field(grid, cells.Select(cell => Value(cell, quantity)));
        (PlotAxis x, PlotAxis y) = PlanePlot.Axes(grid);
        HatchLayer layer(Func<Cell, bool> covered, HatchPattern pattern, string label)
        {
            ImmutableArray<bool> mask = [.. cells.Select(covered)];
            return new HatchLayer(field, mask, pattern) { Label = mask.Contains(true) ? label : null };
        }

        return new Plot(
            title,
            x,
            y,
            [
                new HeatLayer(field, scale),
                layer(cell => cell.Correlations is { IsPhysical: false }, HatchPattern.Crossed, "unphysical: ν₋ < 1, no state has this covariance"),
                layer(cell => cell.Phase == Phase.LimitCycle, HatchPattern.Rising, "limit cycle: no stationary state"),
                layer(cell => cell.Phase == Phase.Paramagnetic, HatchPattern.Dotted, "paramagnetic: fluctuations commute, no modes"),
                PlanePlot.Contours(field, scale),
            ],
            scale);
    }

    private static double Value(Cell cell, Func<GaussianCorrelations, double?> quantity) =>
        cell.Correlations is { } correlations ? quantity(correlations) ?? double.NaN : double.NaN;

    // The unit stands beside the colours.
    private static string Title(string name) => char.ToUpperInvariant(name[0]) + name[1..name.IndexOf(" (", StringComparison.Ordinal)];

    private sealed record Cell(Phase Phase, GaussianCorrelations? Correlations);
}
