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
        if (changing.IsEmpty || changing.All(element => Against(element, element.Prediction).Length < 2))
        {
            return null;
        }

        ElementFinding shown = changing[0];
        string label = $"{shown.Observable}, t = {Numeral.Time(shown.Time)}";
        ImmutableArray<(double X, double Y)> fromPrediction = Against(shown, shown.Prediction);
        ImmutableArray<(double X, double Y)> fromLimit = Against(shown, shown.Limit);
        ImmutableArray<(double X, double Y)> uncorrected = FromLimitOfTheory(prediction, shown);
        ImmutableArray<PlotLayer> layers =
        [
            Cone(shown, fromLimit),
            new LineLayer(uncorrected)
            {
                Stroke = Palette.Rival,
                Dash = "3 3",
                Label = uncorrected.IsEmpty ? null : "without the correction: |exact − predicted limit|",
            },
            .. changing.Skip(1).Select((element, i) => new LineLayer(Against(element, element.Prediction))
            {
                Stroke = "#888888",
                Width = 0.6,
                Label = i == 0 ? "every other element: |exact − predicted|" : null,
            }),
            new LineLayer(fromLimit) { Dash = "5 4", Width = 1.2 },
            new MarkerLayer(fromLimit, IsFilled: false) { Label = $"{label}: |exact − limit of the ladder|" },
            new LineLayer(fromPrediction) { Stroke = Palette.Predicted, Width = 1.6 },
            new MarkerLayer(fromPrediction, IsFilled: true)
            {
                Radius = 2.8,
                LineWidth = 0.6,
                Fill = Palette.Predicted,
                Label = $"{label}: |exact − predicted|",
            },
        ];
        double[] sizes = [.. shown.Ladder.Select(point => (double)point.Spins)];
        (double low, double high) = Range(
            changing
                .SelectMany(element => Against(element, element.Prediction))
                .Concat([.. fromLimit, .. uncorrected])
                .Select(point => point.Y));
        var plot = new Plot(
            $"{prediction.Prediction}: error against N",
            PlotAxis.OfSizes("N (spins)", sizes),
            new PlotAxis("|exact − predicted|", low, high, IsLogarithmic: true),
            layers);
        return new ReportFigure(
            name.Append("-error"),
            $"{prediction.Prediction}: error against N",
            Caption(prediction, shown),
            [plot],
            1,
            Csv(changing));
    }

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
        (double order, double half) = (element.Order!.Value, element.OrderUncertainty ?? 0);
        return points.IsEmpty || !double.IsFinite(half)
            ? new BandLayer([])
            : new BandLayer([.. points.Select(point =>
            {
                double factor = points[^1].X / point.X;
                return (point.X, points[^1].Y * Math.Pow(factor, order - half), points[^1].Y * Math.Pow(factor, order + half));
            })])
            {
                Label = $"fitted slope −{Numeral.WithUncertainty(order, half, "±")}",
            };
    }

    private static (double Low, double High) Range(IEnumerable<double> values)
    {
        double[] positive = [.. values];
        double low = positive.Min();
        double high = positive.Max();
        return (low / 2, high * 2);
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
