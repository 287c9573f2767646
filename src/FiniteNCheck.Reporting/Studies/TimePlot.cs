using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Svg;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Studies;

/// <summary>Elements against time: the predicted curve, the exact values of every size as a fan, and the limit of each fan.</summary>
internal static class TimePlot
{
    private const int MaxElements = 3;

    // Values that hardly move are drawn as such.
    private const double MinHalfHeight = 1e-3;

    /// <summary>The figure of one prediction: the elements farthest off, one plot each.</summary>
    /// <param name="name">The name of the prediction's figures.</param>
    /// <param name="prediction">The prediction.</param>
    /// <param name="study">The study, whose other predictions of the same elements are drawn too.</param>
    public static ReportFigure Draw(FigureName name, PredictionFinding prediction, StudyFinding study)
    {
        ImmutableArray<string> shown =
        [
            .. Alike.Group(WorstFirst.Sort(prediction.Elements))
                .Select(group => group.Element.Observable)
                .Distinct(StringComparer.Ordinal)
                .Take(MaxElements),
        ];
        PredictionFinding? rival = RivalOf(prediction, study);
        string title = $"{prediction.Title}: exact and predicted values against time";
        string caption =
            $"The {shown.Length} elements farthest off in uncertainties. "
            + "The curve is the prediction; the dots at each time are the exact values at N = "
            + $"{string.Join(", ", prediction.Elements[0].Ladder.Select(point => point.Spins))}, "
            + "from light to dark, with exact curves where a size takes next to no time; "
            + "the bar is the limit of those dots with its uncertainty, "
            + "which may be too small to see. "
            + "The prediction holds where its curve meets the bars.";
        return new ReportFigure(
            name.Append("-time"),
            title,
            caption,
            [.. shown.Select(observable => PlotOf(observable, prediction, study)).OfType<Plot>()],
            MaxElements,
            Csv(prediction, study));
    }

    private static ImmutableArray<string> Observables(PredictionFinding prediction) =>
        [.. prediction.Elements.Select(element => element.Observable).Distinct(StringComparer.Ordinal)];

    private static PredictionFinding? RivalOf(PredictionFinding prediction, StudyFinding study)
    {
        ImmutableArray<string> observables = Observables(prediction);
        return study.Predictions.FirstOrDefault(other => other != prediction && Observables(other).SequenceEqual(observables));
    }

    /// <summary>The plot of one observable; <see langword="null"/> where it is judged in the stationary state alone.</summary>
    /// <param name="observable">The observable.</param>
    /// <param name="prediction">The prediction.</param>
    /// <param name="study">The study.</param>
    public static Plot? PlotOf(string observable, PredictionFinding prediction, StudyFinding study)
    {
        PredictionFinding? rival = RivalOf(prediction, study);
        ElementFinding[] elements =
        [
            .. prediction.Elements.Where(element =>
                observable.Equals(element.Observable, StringComparison.Ordinal) && double.IsFinite(element.Time)),
        ];
        if (elements.Length == 0)
        {
            return null;
        }

        List<PlotLayer> layers = [];
        if (rival is not null)
        {
            layers.Add(
                new LineLayer(Curve(rival, observable))
                {
                    Stroke = Palette.Rival,
                    Dash = "3 3",
                    Label = LimitPlot.LabelOf(rival),
                });
        }

        layers.Add(
            new LineLayer(Curve(prediction, observable))
            {
                Stroke = Palette.Predicted,
                Width = 1.8,
                Label = LimitPlot.LabelOf(prediction),
            });
        layers.AddRange(study.ExactCurves.Select((exact, i) => new LineLayer(Points(exact.Curve, observable))
        {
            Width = i == 0 && study.ExactCurves.Length > 1 ? 0.6 : 1.1,
            Dash = i == 0 && study.ExactCurves.Length > 1 ? "1 2" : null,
            Label = Points(exact.Curve, observable).IsEmpty ? null : $"exact curve, N = {exact.Spins}",
        }));
        int[] sizes = [.. elements[0].Ladder.Select(point => point.Spins)];
        layers.AddRange(SizeFan.Draw(sizes, size => elements.Select(element =>
            (element.Time, element.Ladder[size].Value, $"t = {Numeral.Of(element.Time, 4)}"))));
        layers.Add(
            new ErrorBarLayer([
                .. elements
                    .Where(element => double.IsFinite(element.Limit))
                    .Select(element => (element.Time, element.Limit, element.LimitUncertainty)),
            ])
            {
                Label = "limit",
            });
        (double low, double high) = PlotRange.Around(
            [
                .. Curve(prediction, observable).Select(point => point.Y),
                .. rival is null ? [] : Curve(rival, observable).Select(point => point.Y),
                .. study.ExactCurves.SelectMany(exact => Points(exact.Curve, observable)).Select(point => point.Y),
                .. elements.SelectMany(element => element.Ladder.Select(point => point.Value)),
            ],
            MinHalfHeight);
        double last = prediction.Curve.Times[^1];
        return new Plot(observable, new PlotAxis("time t", 0, last * 1.04), new PlotAxis("", low, high), [.. layers])
        {
            FrameHeight = 230,
        };
    }

    private static ImmutableArray<(double X, double Y)> Curve(PredictionFinding prediction, string observable) =>
        Points(prediction.Curve, observable);

    private static ImmutableArray<(double X, double Y)> Points(PredictedCurve curve, string observable) =>
        curve.Names.IndexOf(observable) is >= 0 and var index
            ? [.. curve.Times.Select((time, i) => (time, curve.Values[i][index])).Where(point => double.IsFinite(point.Item2))]
            : [];

    private static string Csv(PredictionFinding prediction, StudyFinding study)
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

        foreach (ExactCurve exact in study.ExactCurves)
        {
            foreach (string observable in Observables(prediction))
            {
                foreach ((double time, double value) in Points(exact.Curve, observable))
                {
                    csv.Row(observable, Digits.Full(time), "exactCurve", $"{exact.Spins}", Digits.Full(value), "");
                }
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
