using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Figures;
using FiniteNCheck.Papers.Fiorelli2024.Correlations;

namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>Figure 3 as it is shown: correlations in the limit with both drifts, and at finite N.</summary>
internal static class CorrelationContent
{
    private static readonly ImmutableArray<(string Name, Func<GaussianCorrelations, double?> Value)> Quantities =
    [
        ("quantum discord (nats)", correlations => correlations.Discord),
        ("classical correlations (nats)", correlations => correlations.Classical),
        ("logarithmic negativity (nats)", correlations => correlations.LogarithmicNegativity),
    ];

    private static readonly ImmutableArray<string> Columns =
        ["discord", "classical", "logarithmicNegativity", "smallestSymplectic", "smallestSymplecticTransposed", "physical"];

    /// <summary>Describes the limit: a row per quantity, the drift as printed on the left.</summary>
    /// <param name="figure">The data.</param>
    public static FigureContent DescribeLimit(CorrelationFigure figure)
    {
        ImmutableArray<Spot> printed = [.. figure.Printed.Select(point => new Spot(point.Map.Phase, point.Map.Correlations))];
        ImmutableArray<Spot> full = [.. figure.Full.Select(point => new Spot(point.Map.Phase, point.Map.Correlations))];
        return new FigureContent
        {
            Name = "figure-3",
            Title = "Figure 3: correlations between the two large spins of one pattern, N → ∞",
            Caption =
                "From the stationary covariance at the fixed point, with the drift as printed in "
                + "Theorem 2 on the left and the full one on the right. "
                + $"Printed: {Counts(printed)}. Full: {Counts(full)}.",
            Panels =
            [
                .. Quantities.SelectMany(quantity =>
                {
                    MapScale scale = Scale(quantity, printed.Concat(full));
                    return new[]
                    {
                        Map($"{Heading(quantity.Name)}, drift as printed", figure.Grid, printed, quantity.Value, scale),
                        Map($"{Heading(quantity.Name)}, full drift", figure.Grid, full, quantity.Value, scale),
                    };
                }),
            ],
            Columns = 2,
            Tables = [Table("figure-3-full", figure.Full), Table("figure-3-printed", figure.Printed)],
        };
    }

    /// <summary>Describes finite N: a row per size, a column per quantity.</summary>
    /// <param name="sizes">The sizes.</param>
    public static FigureContent DescribeFinite(ImmutableArray<FiniteCorrelations> sizes)
    {
        ImmutableArray<ImmutableArray<Spot>> spots = [.. sizes.Select(Spots)];
        ImmutableArray<MapScale> scales = [.. Quantities.Select(quantity => Scale(quantity, spots.SelectMany(each => each)))];
        return new FigureContent
        {
            Name = "figure-3-finite-n",
            Title = "Figure 3 at finite N: correlations of the exact covariance",
            Caption =
                "The same quantities from the exact covariance of N spins, without any theory, "
                + "started in the product state at the mean-field fixed point and read when fluctuations have "
                + "settled. "
                + string.Join(" ", sizes.Zip(spots, (size, each) => $"N = {size.Spins}: {Counts(each)}.")),
            Panels =
            [
                .. sizes.SelectMany((size, row) => Quantities.Select((quantity, column) => Map(
                    $"{Heading(quantity.Name)}, N = {size.Spins}", size.Grid, spots[row], quantity.Value, scales[column]))),
            ],
            Columns = Quantities.Length,
            Tables = [Table(sizes)],
        };
    }

    /// <summary>Counts unphysical and entangled points, and the largest correlations.</summary>
    /// <param name="figure">The data.</param>
    public static FigureSummary Summarise(CorrelationFigure figure) => new(
        [
            $"Figure 3: {figure.Full.Length} points, correlations between the two large spins where the mean field retrieves.",
        ],
        ["<!covariance", "points", "unphysical", "entangled", "largest discord", "classical", "negativity"],
        [
            Row("drift as printed", figure.Printed.Select(point => point.Map.Correlations)),
            Row("full drift", figure.Full.Select(point => point.Map.Correlations)),
            .. figure.FiniteSizes.Select(size => Row($"exact, N = {size.Spins}", size.Points.Select(point => point.Correlations))),
        ]);

    private static ImmutableArray<Cell> Row(string name, IEnumerable<GaussianCorrelations?> points)
    {
        GaussianCorrelations[] present = [.. points.OfType<GaussianCorrelations>()];
        double Largest(Func<GaussianCorrelations, double?> quantity) => present.Max(quantity) ?? double.NaN;
        return
        [
            name,
            $"{present.Length}",
            $"{present.Count(each => !each.IsPhysical)}",
            $"{present.Count(each => each.LogarithmicNegativity > 0)}",
            Largest(each => each.Discord),
            Largest(each => each.Classical),
            Largest(each => each.LogarithmicNegativity),
        ];
    }

    private static FigureTable Table(string name, IEnumerable<CorrelationPoint> points) => new(
        name,
        ["temperature", "field", "phase", "length", .. Columns, "paramagneticInformation", "note"],
        [
            .. points.Select(point => (ImmutableArray<Cell>)
            [
                point.Map.Temperature,
                point.Map.Field,
                PhaseText.Name(point.Map.Phase),
                point.Map.Length,
                .. Cells(point.Map.Correlations),
                point.ParamagneticInformation,
                Note(point.Map.Correlations, point.Map.Reason),
            ]),
        ]);

    private static FigureTable Table(IEnumerable<FiniteCorrelations> sizes) => new(
        "figure-3-finite-n",
        [
            "spins",
            "temperature",
            "field",
            "phase",
            "time",
            "unrelaxed",
            "startLength",
            "length",
            .. Columns,
            "covarianceError",
            "note",
        ],
        [
            .. sizes.SelectMany(size => size.Points).Select(point => (ImmutableArray<Cell>)
            [
                point.Spins,
                point.Temperature,
                point.Field,
                PhaseText.Name(point.Phase),
                point.Time,
                point.Unrelaxed,
                point.Start,
                point.Length,
                .. Cells(point.Correlations),
                point.CovarianceError,
                Note(point.Correlations, point.Reason),
            ]),
        ]);

    private static ImmutableArray<Cell> Cells(GaussianCorrelations? correlations) => correlations is null
        ? ["", "", "", "", "", ""]
        :
        [
            correlations.Discord ?? double.NaN,
            correlations.Classical ?? double.NaN,
            correlations.LogarithmicNegativity ?? double.NaN,
            correlations.Smaller,
            correlations.SmallerTransposed,
            PhaseText.YesNo(correlations.IsPhysical),
        ];

    // The reason that every paramagnetic point has is in the phase already; the file stays small.
    private static string Note(GaussianCorrelations? correlations, string? reason) => (correlations, reason) switch
    {
        ({ IsPhysical: false }, _) => "unphysical",
        (_, null) => "",
        _ when reason.StartsWith("the averages vanish", StringComparison.Ordinal) => "",
        _ when reason.StartsWith("the mean field", StringComparison.Ordinal) => "",
        _ => reason,
    };

    private static MapPanel Map(
        string title, PlaneGrid grid, ImmutableArray<Spot> spots, Func<GaussianCorrelations, double?> quantity, MapScale scale)
    {
        CellPattern Region(Func<Spot, bool> covers, CellPatternKind kind, string label)
        {
            ImmutableArray<bool> covered = [.. spots.Select(covers)];
            return new CellPattern(covered, kind, covered.Contains(true) ? label : null);
        }

        return PlaneMap.Empty(title, grid) with
        {
            Values = [.. spots.Select(spot => Value(spot, quantity))],
            Scale = scale,
            Patterns =
            [
                Region(
                    spot => spot.Correlations is { IsPhysical: false },
                    CellPatternKind.Crossed,
                    "unphysical: ν₋ < 1, no state has this covariance"),
                Region(spot => spot.Phase == Phase.LimitCycle, CellPatternKind.Rising, "limit cycle: no stationary state"),
                Region(
                    spot => spot.Phase == Phase.Paramagnetic,
                    CellPatternKind.Dotted,
                    "paramagnetic: fluctuations commute, no modes"),
            ],
        };
    }

    private static MapScale Scale((string Name, Func<GaussianCorrelations, double?> Value) quantity, IEnumerable<Spot> spots) =>
        new(quantity.Name, MapScaleKind.Geometric, [.. spots.Select(spot => Value(spot, quantity.Value))]);

    private static double Value(Spot spot, Func<GaussianCorrelations, double?> quantity) =>
        spot.Correlations is { } correlations ? quantity(correlations) ?? double.NaN : double.NaN;

    // The unit is given beside the colours.
    private static string Heading(string name) =>
        char.ToUpperInvariant(name[0]) + name[1..name.IndexOf(" (", StringComparison.Ordinal)];

    private static ImmutableArray<Spot> Spots(FiniteCorrelations size) =>
        [.. size.Points.Select(point => new Spot(point.Phase, point.Correlations))];

    private static string Counts(IEnumerable<Spot> spots)
    {
        GaussianCorrelations[] points = [.. spots.Select(spot => spot.Correlations).OfType<GaussianCorrelations>()];
        return $"{points.Length} points with two modes, of which {points.Count(point => !point.IsPhysical)} break the uncertainty "
            + $"relation (nu_- < 1) and {points.Count(point => point.LogarithmicNegativity > 0)} are entangled";
    }

    private sealed record Spot(Phase Phase, GaussianCorrelations? Correlations);
}
