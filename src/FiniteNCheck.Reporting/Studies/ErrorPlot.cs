using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Svg;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Studies;

/// <summary>The error of a prediction against N on two logarithmic axes, with the order that the ladder itself shows.</summary>
internal static class ErrorPlot
{
    // Below it a difference is rounding, and a logarithm of it says nothing.
    private const double Smallest = 1e-15;

    /// <summary>The figure of one prediction, or <see langword="null"/> where no element depends on N.</summary>
    /// <param name="name">The name of the prediction's figures.</param>
    /// <param name="prediction">The prediction.</param>
    public static ReportFigure? Draw(FigureName name, PredictionFinding prediction)
    {
        ImmutableArray<ElementFinding> changing =
        [
            .. WorstFirst.Sort(
                prediction.Elements.Where(element =>
                    element.Order is not null
                    && !ElementName.IsSlope(element.Observable)
                    && double.IsFinite(element.Limit)
                    && double.IsFinite(element.Prediction))),
        ];
        if (changing.IsEmpty || PlotOf(prediction, changing[0], [.. changing.Skip(1)]) is null)
        {
            return null;
        }

        ElementFinding shown = changing[0];
        return new ReportFigure(
            name.Append("-error"),
            $"{prediction.Title}: error against N",
            Caption(prediction, shown),
            [PlotOf(prediction, shown, [.. changing.Skip(1)])! with { Title = $"{prediction.Title}: error against N" }],
            1,
            Csv(changing));
    }

    /// <summary>The plot of one element, or <see langword="null"/> where it has no errors to draw.</summary>
    /// <param name="prediction">The prediction.</param>
    /// <param name="shown">The element.</param>
    /// <param name="others">Other elements, drawn in grey.</param>
    public static Plot? PlotOf(PredictionFinding prediction, ElementFinding shown, ImmutableArray<ElementFinding> others)
    {
        string label = $"{shown.Observable}, t = {Numeral.Time(shown.Time)}";
        ImmutableArray<(double X, double Y)> fromPrediction = Against(shown, shown.Prediction);
        ImmutableArray<(double X, double Y)> fromLimit = Against(shown, shown.Limit);
        ImmutableArray<(double X, double Y)> uncorrected = FromLimitOfTheory(prediction, shown);
        double[] errors =
        [
            .. others.SelectMany(element => Against(element, element.Prediction)).Concat([.. fromPrediction, .. fromLimit, .. uncorrected])
                .Select(point => point.Y),
        ];
        if (errors.Length < 2)
        {
            return null;
        }

        (double low, double high) = (errors.Min() / 2, errors.Max() * 2);
        ImmutableArray<PlotLayer> layers =
        [
            Cone(shown, fromLimit),
            .. Guides(fromLimit.IsEmpty ? fromPrediction : fromLimit),
            new LineLayer(uncorrected)
            {
                Stroke = Palette.Rival,
                Dash = "3 3",
                Label = uncorrected.IsEmpty ? null : "without the correction: |exact − predicted limit|",
            },
            .. others.Select((element, i) => new LineLayer(Against(element, element.Prediction))
            {
                Stroke = Palette.Faint,
                Width = 0.6,
                Label = i == 0 ? "every other element: |exact − predicted|" : null,
            }),
            .. SignChanges(shown, low, high),
            new LineLayer(fromLimit) { Dash = "5 4", Width = 1.2 },
            new MarkerLayer(fromLimit, IsFilled: false)
            {
                Radius = 4,
                LineWidth = 1,
                Label = "|exact − limit|",
                Hints = HintsOf(fromLimit),
            },
            new LineLayer(fromPrediction) { Stroke = Palette.Predicted, Width = 1.6 },
            new MarkerLayer(fromPrediction, IsFilled: true)
            {
                Radius = 2.8,
                LineWidth = 0.6,
                Fill = Palette.Predicted,
                Label = "|exact − predicted|",
                Hints = HintsOf(fromPrediction),
            },
        ];
        return new Plot(
            $"{shown.Observable} at t = {Numeral.Of(shown.Time, 4)}: error",
            PlotAxis.OfSizes("N (spins)", [.. shown.Ladder.Select(point => (double)point.Spins)]),
            new PlotAxis("", low, high, IsLogarithmic: true),
            layers)
        {
            FrameHeight = 230,
        };
    }

    private static ImmutableArray<string> HintsOf(ImmutableArray<(double X, double Y)> points) =>
        [.. points.Select(point => $"N = {Numeral.Of(point.X, 9)}: error {Numeral.Of(point.Y, 3)}")];

    /// <summary>Straight lines of slope −1 and −2 through the error at the smallest size.</summary>
    private static IEnumerable<LineLayer> Guides(ImmutableArray<(double X, double Y)> points)
    {
        if (points.Length < 2)
        {
            return [];
        }

        ((double x, double y), double end) = (points[0], points[^1].X);
        return new[] { (Slope: 1, Dash: "1 3"), (Slope: 2, Dash: "8 4") }.Select(guide =>
            new LineLayer([(x, y), (end, y * Math.Pow(x / end, guide.Slope))])
            {
                Stroke = Palette.Faint,
                Dash = guide.Dash,
                Width = 1,
                Label = $"slope −{guide.Slope}",
            });
    }

    /// <summary>Where exact − predicted changes its sign its size dips, which is no order of convergence.</summary>
    private static IEnumerable<LineLayer> SignChanges(ElementFinding element, double low, double high) => element.Ladder
        .Zip(element.Ladder.Skip(1))
        .Where(pair =>
            Math.Min(Math.Abs(pair.First.Value - element.Prediction), Math.Abs(pair.Second.Value - element.Prediction)) > Smallest
            && Math.Sign(pair.First.Value - element.Prediction) != Math.Sign(pair.Second.Value - element.Prediction))
        .Select(pair => Math.Sqrt((double)pair.First.Spins * pair.Second.Spins))
        .Select((at, i) => new LineLayer([(at, low), (at, high)])
        {
            Dash = "2 4",
            Width = 0.8,
            Label = i == 0 ? "here exact − predicted changes its sign" : null,
        });

    private static string Caption(PredictionFinding prediction, ElementFinding shown) =>
        "A prediction that holds has an error that falls like a straight line without end; "
        + "one that does not levels off at its distance from the limit. "
        + $"Highlighted is {shown.Observable} at t = {Numeral.Time(shown.Time)}, "
        + $"the element farthest off in uncertainties: observed order {OrderText.Format(shown)}, "
        + $"the band spans its interval. Verdict: {Digits.Lower(prediction.Verdict)}.";

    private static ImmutableArray<(double X, double Y)> Against(ElementFinding element, double target) =>
    [
        .. element.Ladder.Select(point => (X: (double)point.Spins, Y: Math.Abs(point.Value - target))).Where(point => point.Y > Smallest),
    ];

    /// <summary>For a prediction to next order, whose slopes are n times it: the error of the limit alone.</summary>
    private static ImmutableArray<(double X, double Y)> FromLimitOfTheory(PredictionFinding prediction, ElementFinding shown) =>
        ElementName.SlopeBeside(shown.Observable) is { } name
        && prediction.Elements.FirstOrDefault(element =>
            string.Equals(element.Observable, name, StringComparison.Ordinal) && element.Time == shown.Time) is { } slope
            ?
            [
                .. slope.Ladder
                    .Select(point => (X: (double)point.Spins, Y: Math.Abs(point.Value) / point.N))
                    .Where(point => point.Y > Smallest),
            ]
            : [];

    /// <summary>The powers of N within the interval of the order, through the value at the largest size.</summary>
    private static BandLayer Cone(ElementFinding element, ImmutableArray<(double X, double Y)> points)
    {
        (double order, double half) = (element.Order ?? double.NaN, element.OrderUncertainty ?? double.NaN);
        return points.IsEmpty || !double.IsFinite(order) || !double.IsFinite(half)
            ? new BandLayer([])
            : new BandLayer([.. points.Select(point =>
            {
                double factor = points[^1].X / point.X;
                return (point.X, points[^1].Y * Math.Pow(factor, order - half), points[^1].Y * Math.Pow(factor, order + half));
            })])
            {
                Label = $"fitted: −{Numeral.WithUncertainty(order, half, "±")}",
            };
    }

    private static string Csv(ImmutableArray<ElementFinding> elements)
    {
        CsvText csv = new(
            "observable",
            "time",
            "spins",
            "exact",
            "predicted",
            "limit",
            "errorOfPrediction",
            "distanceFromLimit",
            "order",
            "orderUncertainty");
        foreach (ElementFinding element in elements)
        {
            foreach (LadderPoint point in element.Ladder)
            {
                csv.Row(
                    element.Observable,
                    Digits.Full(element.Time),
                    $"{point.Spins}",
                    Digits.Full(point.Value),
                    Digits.Full(element.Prediction),
                    Digits.Full(element.Limit),
                    Digits.Full(Math.Abs(point.Value - element.Prediction)),
                    Digits.Full(Math.Abs(point.Value - element.Limit)),
                    Digits.Full(element.Order ?? double.NaN),
                    Digits.Full(element.OrderUncertainty ?? double.NaN));
            }
        }

        return csv.ToString();
    }
}
