using System.Collections.Immutable;
using System.Globalization;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Svg;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Studies;

/// <summary>Elements against time: the predicted curve, the exact values of every size as a fan, and the limit of each fan.</summary>
internal static class TimePlot
{
    private const int MaxElements = 3;

    /// <summary>The figure of one prediction: the elements farthest off, one plot each.</summary>
    /// <param name="name">The name of the prediction's figures.</param>
    /// <param name="prediction">The prediction.</param>
    /// <param name="study">The study, whose other predictions of the same elements are drawn too.</param>
    public static ReportFigure Draw(FigureName name, PredictionFinding prediction, StudyFinding study)
    {
        ImmutableArray<string> observables = Observables(prediction);
        ImmutableArray<string> shown =
        [
            .. WorstFirst
                .Sort(prediction.Elements)
                .Select(element => element.Observable)
                .Distinct(StringComparer.Ordinal)
                .Take(MaxElements),
        ];
        PredictionFinding? rival = study.Predictions.FirstOrDefault(other =>
            other != prediction && Observables(other).SequenceEqual(observables));
        string title = $"{prediction.Prediction}: exact and predicted values against time";
        string caption =
            $"The {shown.Length} elements farthest off in uncertainties. "
            + "The curve is the prediction; the dots at each time are the exact values at N = "
            + $"{string.Join(", ", prediction.Elements[0].Ladder.Select(point => point.Spins))}, "
            + "from light to dark; the bar is the limit of those dots with its uncertainty, "
            + "which may be too small to see. "
            + "The prediction holds where its curve meets the bars.";
        return new ReportFigure(
            name.Append("-time"),
            title,
            caption,
            [.. shown.Select(observable => PlotOf(observable, prediction, rival))],
            MaxElements,
            Csv(prediction));
    }

    private static ImmutableArray<string> Observables(PredictionFinding prediction) =>
        [.. prediction.Elements.Select(element => element.Observable).Distinct(StringComparer.Ordinal)];

    private static Plot PlotOf(string observable, PredictionFinding prediction, PredictionFinding? rival)
    {
        ElementFinding[] elements =
        [
            .. prediction.Elements.Where(element =>
                observable.Equals(element.Observable, StringComparison.Ordinal) && double.IsFinite(element.Time)),
        ];
        List<PlotLayer> layers = [];
        if (rival is not null)
        {
            layers.Add(
                new LineLayer(Curve(rival, observable))
                {
                    Stroke = Palette.Rival,
                    Dash = "3 3",
                    Label = $"{rival.Prediction} ({Digits.Lower(rival.Verdict)})",
                });
        }

        layers.Add(
            new LineLayer(Curve(prediction, observable))
            {
                Stroke = Palette.Predicted,
                Width = 1.8,
                Label = $"{prediction.Prediction} ({Digits.Lower(prediction.Verdict)})",
            });
        int[] sizes = [.. elements[0].Ladder.Select(point => point.Spins)];
        for (int size = 0; size < sizes.Length; size++)
        {
            double share = sizes.Length == 1 ? 1 : (double)size / (sizes.Length - 1);
            int at = size;
            layers.Add(new MarkerLayer([
                .. elements.Select(element => (element.Time, element.Ladder[at].Value)).Where(point => double.IsFinite(point.Value)),
            ], IsFilled: true)
            {
                Radius = 3.2,
                LineWidth = 0.6,
                Fill = ColorScale.At(share),
                Label = size == 0 || size == sizes.Length - 1 ? $"exact, N = {sizes[size].ToString(CultureInfo.InvariantCulture)}" : null,
            });
        }

        layers.Add(
            new ErrorBarLayer([
                .. elements
                    .Where(element => double.IsFinite(element.Limit))
                    .Select(element => (element.Time, element.Limit, element.LimitUncertainty)),
            ])
            {
                Label = "limit of the exact values",
            });
        (double low, double high) = Range(elements, prediction, rival, observable);
        double last = prediction.Curve.Times[^1];
        return new Plot(observable, new PlotAxis("time t", 0, last * 1.04), new PlotAxis("", low, high), [.. layers])
        {
            FrameWidth = 240,
            FrameHeight = 190,
        };
    }

    private static ImmutableArray<(double X, double Y)> Curve(PredictionFinding prediction, string observable) =>
        prediction.Curve.Names.IndexOf(observable) is >= 0 and var index
            ?
            [
                .. prediction
                    .Curve.Times.Select((time, i) => (time, prediction.Curve.Values[i][index]))
                    .Where(point => double.IsFinite(point.Item2)),
            ]
            : [];

    private static (double Low, double High) Range(
        ElementFinding[] elements,
        PredictionFinding prediction,
        PredictionFinding? rival,
        string observable)
    {
        const double Margin = 0.06;
        const double MinHalf = 1e-3;
        double[] values =
        [
            .. Curve(prediction, observable).Select(point => point.Y),
            .. rival is null ? [] : Curve(rival, observable).Select(point => point.Y),
            .. elements.SelectMany(element => element.Ladder.Select(point => point.Value)).Where(double.IsFinite),
        ];
        if (values.Length == 0)
        {
            return (0, 1);
        }

        double middle = (values.Min() + values.Max()) / 2;
        double half = Math.Max((values.Max() - values.Min()) / 2 * (1 + (2 * Margin)), MinHalf * Math.Max(1, Math.Abs(middle)));
        return (middle - half, middle + half);
    }

    private static string Csv(PredictionFinding prediction)
    {
        CsvText csv = new("observable", "time", "quantity", "spins", "value", "uncertainty");
        for (int i = 0; i < prediction.Curve.Times.Length; i++)
        {
            for (int a = 0; a < prediction.Curve.Names.Length; a++)
            {
                csv.Row(
                    prediction.Curve.Names[a],
                    Digits.Full(prediction.Curve.Times[i]),
                    "predicted",
                    "",
                    Digits.Full(prediction.Curve.Values[i][a]),
                    "");
            }
        }

        foreach (ElementFinding element in prediction.Elements)
        {
            foreach (LadderPoint point in element.Ladder)
            {
                csv.Row(
                    element.Observable,
                    Digits.Full(element.Time),
                    "exact",
                    $"{point.Spins}",
                    Digits.Full(point.Value),
                    Digits.Full(point.IntegrationError));
            }

            csv.Row(
                element.Observable,
                Digits.Full(element.Time),
                "limit",
                "",
                Digits.Full(element.Limit),
                Digits.Full(element.LimitUncertainty));
        }

        return csv.ToString();
    }
}
