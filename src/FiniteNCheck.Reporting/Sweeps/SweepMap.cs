using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Studies;
using FiniteNCheck.Reporting.Svg;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Sweeps;

namespace FiniteNCheck.Reporting.Sweeps;

/// <summary>Maps of a sweep over two axes: the verdicts, one per prediction, and the limits of quantities.</summary>
internal static class SweepMap
{
    private const int MaxMaps = 6;

    /// <summary>The figures; none where the sweep has no two axes of at least two values.</summary>
    /// <param name="name">The beginning of their names.</param>
    /// <param name="sweep">The sweep.</param>
    public static ImmutableArray<ReportFigure> Draw(FigureName name, StudyGroup sweep) =>
        [.. new[] { Verdicts(name.Append("-verdicts"), sweep), Quantities(name.Append("-quantities"), sweep) }.OfType<ReportFigure>()];

    private static ReportFigure? Verdicts(FigureName name, StudyGroup sweep)
    {
        if (sweep.Studies[0].Study.Cell!.Parameters is not [var first, var second])
        {
            return null;
        }

        (ImmutableArray<double> x, ImmutableArray<double> y) = (sweep.Values(0), sweep.Values(1));
        if (x.Length < 2 || y.Length < 2)
        {
            return null;
        }

        StudyFinding[] cells = Cells(sweep);
        return new ReportFigure(
            name,
            $"Verdicts over the plane of {first.Name} and {second.Name}",
            "One cell per study of the sweep: plain green is confirmed, red with rising lines refuted, "
                + "yellow with crossed lines inconclusive.",
            [
                .. sweep
                    .Studies[0]
                    .Study.Predictions.Select(
                        (prediction, p) =>
                            Plot(
                                prediction.Title,
                                first.Name,
                                second.Name,
                                x,
                                y,
                                [.. cells.Select(cell => cell.Predictions[p])])),
            ],
            2,
            Csv(cells, first, second));
    }

    private static ReportFigure? Quantities(FigureName name, StudyGroup sweep)
    {
        if (sweep.Studies[0].Study.Cell!.Parameters is not [var first, var second])
        {
            return null;
        }

        StudyFinding[] cells = Cells(sweep);
        (ImmutableArray<double> x, ImmutableArray<double> y) = (sweep.Values(0), sweep.Values(1));
        string[] names = [.. cells.SelectMany(Limits).Select(each => each.Name).Distinct(StringComparer.Ordinal).Take(MaxMaps)];
        if (x.Length < 2 || y.Length < 2 || names.Length == 0)
        {
            return null;
        }

        string time = Numeral.Time(cells.SelectMany(Limits).Max(each => each.Time));
        return new ReportFigure(
            name,
            $"Quantities over the plane of {first.Name} and {second.Name}",
            $"The limit of each quantity at t = {time}, extrapolated from the exact values; an empty cell has none.",
            [.. names.Select(quantity => Plot(quantity, first.Name, second.Name, x, y, [.. cells.Select(cell => Limit(cell, quantity))]))],
            2,
            Csv(cells, first, second, names));
    }

    /// <summary>The limits of the quantities that a study names, or else of its averages.</summary>
    private static IEnumerable<(string Name, double Time, double Limit)> Limits(StudyFinding cell) => cell.Quantities.IsEmpty
        ? cell.Predictions.SelectMany(prediction => prediction.Elements)
            .Where(element => element.Observables.Length == 1 && element.Observable.Length > 1 && element.Observable[1] == '.')
            .Select(element => (element.Observable, element.Time, element.Limit))
        : cell.Quantities.Select(quantity => (quantity.Name, quantity.Time, quantity.Limit));

    private static double Limit(StudyFinding cell, string quantity) => Limits(cell)
        .Where(each => string.Equals(each.Name, quantity, StringComparison.Ordinal))
        .Select(each => ((double Time, double Limit)?)(each.Time, each.Limit))
        .MaxBy(each => each!.Value.Time)?.Limit ?? double.NaN;

    private static string Place(string xName, string yName, ImmutableArray<double> x, ImmutableArray<double> y, int at) =>
        $"{xName} = {Numeral.Of(x[at / y.Length], 4)}, {yName} = {Numeral.Of(y[at % y.Length], 4)}";

    private static Plot Plot(
        string quantity, string xName, string yName, ImmutableArray<double> x, ImmutableArray<double> y, ImmutableArray<double> limits)
    {
        ColorScale scale = limits.Any(limit => limit < 0)
            ? ColorScale.Signed(quantity, limits)
            : ColorScale.FromZero(quantity, limits);
        return new Plot(
            quantity,
            GridField.AxisOf(xName, x),
            GridField.AxisOf(yName, y),
            [
                new HeatLayer(new GridField(x, y, limits), scale),
                new HintLayer(
                    new GridField(x, y, limits),
                    [.. limits.Select((limit, at) => $"{Place(xName, yName, x, y, at)}: {Digits.Cell(limit)}")]),
            ],
            scale);
    }

    private static string Csv(StudyFinding[] cells, SweepParameter first, SweepParameter second, string[] names)
    {
        CsvText csv = new([first.Name, second.Name, .. names]);
        foreach (StudyFinding cell in cells)
        {
            csv.Row(
            [
                Digits.Full(cell.Cell!.Parameters[0].Value),
                Digits.Full(cell.Cell.Parameters[1].Value),
                .. names.Select(name => Digits.Full(Limit(cell, name))),
            ]);
        }

        return csv.ToString();
    }

    private static StudyFinding[] Cells(StudyGroup sweep) =>
    [
        .. sweep
            .Studies.Select(each => each.Study)
            .OrderBy(study => study.Cell!.Parameters[0].Value)
            .ThenBy(study => study.Cell!.Parameters[1].Value),
    ];

    private static Plot Plot(
        string title,
        string xName,
        string yName,
        ImmutableArray<double> x,
        ImmutableArray<double> y,
        ImmutableArray<PredictionFinding> found)
    {
        GridField field = new(x, y, [.. found.Select(_ => double.NaN)]);
        ImmutableArray<string> hints =
        [
            .. found.Select((each, at) =>
                $"{Place(xName, yName, x, y, at)}: {Digits.Lower(each.Verdict)}, distance "
                + (WorstFirst.Sort(each.Elements).FirstOrDefault() is { } worst ? DistanceText.Format(worst) : Numeral.None)),
        ];
        HatchLayer Layer(Verdict verdict, HatchPattern pattern, string label) =>
            new(field, [.. found.Select(each => each.Verdict == verdict)], pattern) { Label = label };
        return new Plot(
            title,
            GridField.AxisOf(xName, x),
            GridField.AxisOf(yName, y),
            [
                Layer(Verdict.Confirmed, HatchPattern.Confirmed, "confirmed"),
                Layer(Verdict.Refuted, HatchPattern.Refuted, "refuted"),
                Layer(Verdict.Inconclusive, HatchPattern.Inconclusive, "inconclusive"),
                new HintLayer(field, hints),
            ]);
    }

    private static string Csv(StudyFinding[] cells, SweepParameter first, SweepParameter second)
    {
        CsvText csv = new(first.Name, second.Name, "prediction", "verdict", "expected");
        foreach (StudyFinding cell in cells)
        {
            foreach (PredictionFinding prediction in cell.Predictions)
            {
                csv.Row(
                    Digits.Full(cell.Cell!.Parameters[0].Value),
                    Digits.Full(cell.Cell.Parameters[1].Value),
                    prediction.Prediction,
                    Digits.Lower(prediction.Verdict),
                    Digits.Lower(prediction.Expected));
            }
        }

        return csv.ToString();
    }
}
