using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Studies;
using FiniteNCheck.Reporting.Svg;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Sweeps;

/// <summary>Curves of a sweep over one axis: quantities against its parameter, what is predicted, and the verdict in every cell.</summary>
internal static class SweepCurves
{
    private const int MaxPlots = 6;
    private const int MaxInRow = 3;

    // Of many elements the farthest off are enough to choose from.
    private const int MaxCandidates = 200;

    // The height of the strip of verdicts, relative to that of the curves.
    private const double Strip = 0.1;

    /// <summary>The figure; none where not exactly one axis has several values, or no cell has numbers.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="sweep">The sweep.</param>
    public static IEnumerable<ReportFigure> Draw(FigureName name, StudyGroup sweep)
    {
        int axes = sweep.Studies[0].Study.Cell!.Parameters.Length;
        if (Enumerable.Range(0, axes).Where(i => sweep.Values(i).Length > 1).ToArray() is not [int axis])
        {
            return [];
        }

        StudyFinding[] cells = [.. sweep.Studies.Select(each => each.Study).OrderBy(study => study.Cell!.Parameters[axis].Value)];
        string parameter = cells[0].Cell!.Parameters[axis].Name;
        ImmutableArray<string> titles = [.. cells[0].Predictions.Select(prediction => prediction.Title)];
        Curve[] curves = [.. Quantities(cells, axis).Take(MaxInRow)];
        curves = [.. curves, .. Elements(cells, axis, MaxPlots - curves.Length)];
        return curves.Length == 0
            ? []
            :
            [
                new ReportFigure(
                    name,
                    $"Quantities against {parameter}",
                    "Exact values at growing N, from light to dark, and their limit with its uncertainty, which may be too small to see. "
                        + "Of each prediction the elements farthest off are shown, where its line is the wide one: "
                        + "it should meet the bars. The strip below says whether it does: plain green is confirmed, red with rising lines "
                        + "refuted, yellow with crossed lines inconclusive.",
                    [.. curves.Select(curve => PlotOf(curve, parameter, sweep.Values(axis), titles))],
                    MaxInRow,
                    Csv(curves, parameter, cells[0].Predictions)),
            ];
    }

    /// <summary>The quantities that the study names, at their last time.</summary>
    private static IEnumerable<Curve> Quantities(StudyFinding[] cells, int axis) => cells
        .SelectMany(cell => cell.Quantities)
        .GroupBy(quantity => quantity.Name, StringComparer.Ordinal)
        .Select(group => (group.Key, Time: group.Max(quantity => quantity.Time)))
        .Select(named => new Curve(
            named.Key,
            named.Time,
            null,
            [
                .. cells.SelectMany(cell => cell.Quantities
                    .Where(quantity => quantity.Time == named.Time && string.Equals(quantity.Name, named.Key, StringComparison.Ordinal))
                    .Select(quantity => new CurvePoint(
                        cell.Cell!.Parameters[axis].Value, quantity.Ladder, quantity.Limit, quantity.LimitUncertainty, []))),
            ]));

    /// <summary>The elements farthest off of every prediction.</summary>
    private static IEnumerable<Curve> Elements(StudyFinding[] cells, int axis, int room)
    {
        ImmutableArray<PredictionFinding> predictions = cells[0].Predictions;
        int each = Math.Clamp(room / Math.Max(1, predictions.Length), 1, MaxInRow);
        return predictions
            .SelectMany((prediction, p) => FarthestOff(cells.SelectMany(cell => cell.Predictions[p].Elements)).Take(each)
                .Select(element => CurveOf(cells, axis, p, element.Observable, element.Time)))
            .Take(room);
    }

    private static Curve CurveOf(StudyFinding[] cells, int axis, int prediction, string observable, double time) => new(
        observable,
        time,
        prediction,
        [
            .. cells.Select(cell => (Cell: cell, Element: Find(cell.Predictions[prediction], observable, time)))
                .Where(found => found.Element is not null)
                .Select(found => new CurvePoint(
                    found.Cell.Cell!.Parameters[axis].Value,
                    found.Element!.Ladder,
                    found.Element.Limit,
                    found.Element.LimitUncertainty,
                    [.. found.Cell.Predictions.Select(other => Find(other, observable, time))])),
        ]);

    private static ElementFinding? Find(PredictionFinding prediction, string observable, double time) =>
        prediction.Elements.FirstOrDefault(element =>
            element.Time == time && string.Equals(element.Observable, observable, StringComparison.Ordinal));

    /// <summary>One element for each observable, symmetric copies left out.</summary>
    private static IEnumerable<ElementFinding> FarthestOff(IEnumerable<ElementFinding> elements)
    {
        HashSet<string> shown = new(StringComparer.Ordinal);
        foreach ((ElementFinding element, ImmutableArray<ElementFinding> copies) in
            Alike.Group(WorstFirst.Sort(elements).Take(MaxCandidates)))
        {
            if (shown.Add(element.Observable))
            {
                shown.UnionWith(copies.Select(copy => copy.Observable));
                yield return element;
            }
        }
    }

    private static Plot PlotOf(Curve curve, string parameter, ImmutableArray<double> values, ImmutableArray<string> titles)
    {
        (double low, double high) = PlotRange.Around(
        [
            .. curve.Points.SelectMany(point => point.Ladder.Select(size => size.Value)),
            .. curve.Points.Select(point => point.Limit),
            .. curve.Points.SelectMany(point => point.Predicted).Select(element => element?.Prediction ?? double.NaN),
        ]);
        double bottom = curve.Judged is null ? low : low - (Strip * (high - low));
        int[] sizes = [.. curve.Points.SelectMany(point => point.Ladder).Select(size => size.Spins).Distinct().Order()];
        return new Plot(
            $"{curve.Name} at t = {Numeral.Time(curve.Time)}",
            GridField.AxisOf(parameter, values),
            new PlotAxis("", bottom, high),
            [
                .. Verdicts(curve, parameter, values, bottom, low),
                .. Lines(curve, titles),
                .. SizeFan.Draw(sizes, size => curve.Points.SelectMany(point => point.Ladder
                    .Where(exact => exact.Spins == sizes[size])
                    .Select(exact => (point.X, exact.Value, Place(parameter, point.X))))),
                new ErrorBarLayer([
                    .. curve.Points.Where(point => double.IsFinite(point.Limit))
                        .Select(point => (point.X, point.Limit, point.LimitUncertainty)),
                ])
                {
                    Label = "limit",
                },
            ])
        {
            FrameHeight = 230,
        };
    }

    /// <summary>Every prediction of the element in its own colour, the one that is judged as a wide line below the others.</summary>
    private static IEnumerable<PlotLayer> Lines(Curve curve, ImmutableArray<string> titles) => Enumerable.Range(0, titles.Length)
        .OrderBy(p => p != curve.Judged)
        .Select(p => new LineLayer(
        [
            .. curve.Points
                .Where(point => !point.Predicted.IsEmpty && double.IsFinite(point.Predicted[p]?.Prediction ?? double.NaN))
                .Select(point => (point.X, point.Predicted[p]!.Prediction)),
        ])
        {
            Stroke = Palette.Series[p % Palette.Series.Length].Stroke,
            Dash = Palette.Series[p % Palette.Series.Length].Dash,
            Width = p == curve.Judged ? 2.4 : 1.2,
            Label = titles[p],
        })
        .Where(line => !line.Points.IsEmpty);

    /// <summary>A strip below the curves, with a cell for each value of the parameter.</summary>
    private static IEnumerable<PlotLayer> Verdicts(
        Curve curve, string parameter, ImmutableArray<double> values, double bottom, double top)
    {
        if (curve.Judged is not { } judged)
        {
            yield break;
        }

        // A grid has at least two positions along each axis, in the middle of its cells.
        double quarter = (top - bottom) / 4;
        ElementFinding?[] cells =
        [
            .. values.SelectMany(value => Enumerable.Repeat(Find(curve, judged, value), 2)),
        ];
        GridField field = new(values, [bottom + quarter, top - quarter], [.. cells.Select(_ => double.NaN)]);
        foreach ((Verdict verdict, HatchPattern pattern) in new[]
        {
            (Verdict.Confirmed, HatchPattern.Confirmed),
            (Verdict.Refuted, HatchPattern.Refuted),
            (Verdict.Inconclusive, HatchPattern.Inconclusive),
        })
        {
            ImmutableArray<bool> covered = [.. cells.Select(cell => cell?.Verdict == verdict)];
            if (covered.Contains(true))
            {
                yield return new HatchLayer(field, covered, pattern) { Label = Digits.Lower(verdict) };
            }
        }

        yield return new HintLayer(
            field,
            [
                .. cells.Select((cell, i) => cell is null
                    ? $"{Place(parameter, values[i / 2])}: no result"
                    : $"{Place(parameter, values[i / 2])}: {Digits.Lower(cell.Verdict)}, distance {DistanceText.Format(cell)}"),
            ]);
    }

    private static string Place(string parameter, double value) => $"{parameter} = {Numeral.Of(value, 4)}";

    private static ElementFinding? Find(Curve curve, int prediction, double value) =>
        curve.Points.Where(point => point.X == value).Select(point => point.Predicted[prediction]).FirstOrDefault();

    private static string Csv(Curve[] curves, string parameter, ImmutableArray<PredictionFinding> predictions)
    {
        CsvText csv = new(
            "name", "time", "prediction", parameter, "spins", "exact", "limit", "limitUncertainty", "predicted", "verdict");
        foreach (Curve curve in curves)
        {
            foreach (CurvePoint point in curve.Points)
            {
                ElementFinding? element = curve.Judged is { } p ? point.Predicted[p] : null;
                foreach (LadderPoint exact in point.Ladder)
                {
                    csv.Row(
                        curve.Name,
                        Digits.Full(curve.Time),
                        curve.Judged is { } judged ? predictions[judged].Prediction : "",
                        Digits.Full(point.X),
                        $"{exact.Spins}",
                        Digits.Full(exact.Value),
                        Digits.Full(point.Limit),
                        Digits.Full(point.LimitUncertainty),
                        element is null ? "" : Digits.Full(element.Prediction),
                        element is null ? "" : Digits.Lower(element.Verdict));
                }
            }
        }

        return csv.ToString();
    }

    /// <summary>One plot: a quantity or an element at one time, over the cells; the index of the prediction that is judged.</summary>
    private sealed record Curve(string Name, double Time, int? Judged, ImmutableArray<CurvePoint> Points);

    /// <summary>The numbers in one cell, and what each prediction says of the element there; empty for a quantity.</summary>
    private readonly record struct CurvePoint(
        double X, ImmutableArray<LadderPoint> Ladder, double Limit, double LimitUncertainty, ImmutableArray<ElementFinding?> Predicted);
}
