using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Svg;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Studies;

/// <summary>An element against 1/N: its exact values, their extrapolation with its uncertainty, and what is predicted at the end.</summary>
internal static class LimitPlot
{
    private const int MaxElements = 3;
    private const int CurvePoints = 40;

    /// <summary>The figure of one prediction: the elements farthest off, symmetric copies once.</summary>
    /// <param name="name">The name of the prediction's figures.</param>
    /// <param name="prediction">The prediction.</param>
    /// <param name="study">The study, whose other predictions of the same elements are drawn too.</param>
    public static ReportFigure Draw(FigureName name, PredictionFinding prediction, StudyFinding study)
    {
        ElementFinding[] shown =
        [
            .. Alike.Group(WorstFirst.Sort(prediction.Elements)).Select(group => group.Element)
                .DistinctBy(element => element.Observable, StringComparer.Ordinal).Take(MaxElements),
        ];
        return new ReportFigure(
            name.Append("-limit"),
            $"{prediction.Title}: exact values against 1/N",
            "Exact values at growing N, their extrapolation to 1/N = 0 with its uncertainty, and the prediction. "
                + "The prediction holds where its line meets the extrapolation.",
            [.. shown.Select(element => PlotOf(element, prediction, study))],
            MaxElements,
            Csv(shown));
    }

    /// <summary>The plot of one element.</summary>
    /// <param name="element">The element.</param>
    /// <param name="prediction">The prediction that it belongs to.</param>
    /// <param name="study">The study.</param>
    public static Plot PlotOf(ElementFinding element, PredictionFinding prediction, StudyFinding study)
    {
        LadderPoint[] points = [.. element.Ladder.Where(point => double.IsFinite(point.Value))];
        LadderPoint[] used = [.. points.Where(point => point.DroppedBecause is null)];
        double last = points.Length == 0 ? 1 : 1.0 / points[0].Spins;
        ImmutableArray<(double X, double Y)> extrapolation = Extrapolate(element, used);
        List<PlotLayer> layers = [];
        if (!extrapolation.IsEmpty)
        {
            double u = double.IsFinite(element.LimitUncertainty) ? element.LimitUncertainty : 0;
            double end = 1.0 / used[^1].Spins;
            layers.Add(new BandLayer([(0, element.Limit - u, element.Limit + u), (end, used[^1].Value, used[^1].Value)])
            {
                Label = "uncertainty of the limit",
            });
            layers.Add(new LineLayer(extrapolation) { Dash = "5 4", Width = 1, Label = "extrapolation" });
        }

        layers.AddRange(Predictions(element, prediction, study).Select(each => new LineLayer([(0, each.Value), (1.05 * last, each.Value)])
        {
            Stroke = each.Prediction == prediction ? Palette.Predicted : Palette.Rival,
            Dash = each.Prediction == prediction ? null : "3 3",
            Width = each.Prediction == prediction ? 1.8 : 1.2,
            Label = LabelOf(each.Prediction),
        }));
        layers.Add(Marks([.. points.Where(point => point.DroppedBecause is not null)], isUsed: false));
        layers.Add(Marks(used, isUsed: true));
        if (double.IsFinite(element.Limit))
        {
            layers.Add(new ErrorBarLayer([(0, element.Limit, element.LimitUncertainty)]) { Label = "limit" });
        }

        double[] values =
        [
            .. points.Select(point => point.Value),
            .. Predictions(element, prediction, study).Select(each => each.Value),
            .. new[] { element.Limit }.Where(double.IsFinite),
        ];
        (double low, double high) = PlotRange.Around(values);
        return new Plot(
            $"{element.Observable} at t = {Numeral.Of(element.Time, 4)}",
            new PlotAxis("1/N", -0.03 * last, 1.05 * last),
            new PlotAxis("", low, high),
            [.. layers])
        {
            FrameHeight = 230,
        };
    }

    /// <summary>What a legend calls a prediction.</summary>
    /// <param name="prediction">The prediction.</param>
    public static string LabelOf(PredictionFinding prediction) => $"{prediction.Title} ({Digits.Lower(prediction.Verdict)})";

    private static MarkerLayer Marks(LadderPoint[] points, bool isUsed) =>
        new([.. points.Select(point => (1.0 / point.Spins, point.Value))], isUsed)
        {
            Radius = 3.6,
            LineWidth = 1,
            Label = points.Length == 0 ? null : isUsed ? "exact" : "exact, not used",
            Hints =
            [
                .. points.Select(point =>
                    $"N = {point.Spins}: {Digits.Cell(point.Value)}{(isUsed ? "" : $", not used: {point.DroppedBecause}")}"),
            ],
        };

    /// <summary>The prediction and others of the same element, as long as they differ.</summary>
    private static IEnumerable<(PredictionFinding Prediction, double Value)> Predictions(
        ElementFinding element, PredictionFinding prediction, StudyFinding study) =>
        study.Predictions
            .OrderBy(other => other != prediction)
            .Select(other => (
                other,
                other.Elements.FirstOrDefault(each =>
                    string.Equals(each.Observable, element.Observable, StringComparison.Ordinal) && each.Time == element.Time)?.Prediction))
            .Where(each => each.Prediction is { } value && double.IsFinite(value))
            .Select(each => (each.other, each.Prediction!.Value))
            .DistinctBy(each => each.Value)
            .Take(2);

    /// <summary>The parabola in 1/N through the limit and the two largest sizes, as far as four of them.</summary>
    private static ImmutableArray<(double X, double Y)> Extrapolate(ElementFinding element, LadderPoint[] used)
    {
        const int Reach = 4;
        if (!double.IsFinite(element.Limit) || used.Length < 2)
        {
            return [];
        }

        (double x1, double y1) = (1.0 / used[^1].Spins, used[^1].Value - element.Limit);
        (double x2, double y2) = (1.0 / used[^2].Spins, used[^2].Value - element.Limit);
        double b = ((y2 / x2) - (y1 / x1)) / (x2 - x1);
        double a = (y1 / x1) - (b * x1);
        double end = 1.0 / used[^Math.Min(Reach, used.Length)].Spins;
        return
        [
            .. Enumerable.Range(0, CurvePoints + 1)
                .Select(i => end * i / CurvePoints)
                .Select(x => (x, element.Limit + (x * (a + (b * x))))),
        ];
    }

    private static string Csv(ElementFinding[] elements)
    {
        CsvText csv = new("observable", "time", "spins", "exact", "used", "limit", "limitUncertainty", "predicted");
        foreach (ElementFinding element in elements)
        {
            foreach (LadderPoint point in element.Ladder)
            {
                csv.Row(
                    element.Observable,
                    Digits.Full(element.Time),
                    $"{point.Spins}",
                    Digits.Full(point.Value),
                    point.DroppedBecause is null ? "yes" : "no",
                    Digits.Full(element.Limit),
                    Digits.Full(element.LimitUncertainty),
                    Digits.Full(element.Prediction));
            }
        }

        return csv.ToString();
    }
}
