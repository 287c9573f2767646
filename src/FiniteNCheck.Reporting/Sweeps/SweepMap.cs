using System.Collections.Immutable;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Svg;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Sweeps;

namespace FiniteNCheck.Reporting.Sweeps;

/// <summary>The verdicts of a sweep over two axes as maps, one per prediction.</summary>
internal static class SweepMap
{
    /// <summary>The figure, or <see langword="null"/> where the sweep has no two axes of at least two values.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="sweep">The sweep.</param>
    public static ReportFigure? Draw(FigureName name, StudyGroup sweep)
    {
        if (sweep.Studies[0].Study.Cell!.Parameters is not [var first, var second])
        {
            return null;
        }

        (ImmutableArray<double> x, ImmutableArray<double> y) = (Values(sweep, 0), Values(sweep, 1));
        if (x.Length < 2 || y.Length < 2)
        {
            return null;
        }

        StudyFinding[] cells =
        [
            .. sweep
                .Studies.Select(each => each.Study)
                .OrderBy(study => study.Cell!.Parameters[0].Value)
                .ThenBy(study => study.Cell!.Parameters[1].Value),
        ];
        return new ReportFigure(
            name,
            $"Verdicts over the plane of {first.Name} and {second.Name}",
            "One cell per study of the sweep: plain is confirmed, rising lines are refuted, crossed lines are inconclusive.",
            [
                .. sweep
                    .Studies[0]
                    .Study.Predictions.Select(
                        (prediction, p) =>
                            Plot(
                                prediction.Prediction,
                                first.Name,
                                second.Name,
                                x,
                                y,
                                [.. cells.Select(cell => cell.Predictions[p].Verdict)])),
            ],
            2,
            Csv(cells, first, second));
    }

    private static ImmutableArray<double> Values(StudyGroup sweep, int axis) =>
        [.. sweep.Studies.Select(each => each.Study.Cell!.Parameters[axis].Value).Distinct().Order()];

    private static Plot Plot(
        string title,
        string xName,
        string yName,
        ImmutableArray<double> x,
        ImmutableArray<double> y,
        ImmutableArray<Verdict> verdicts)
    {
        GridField field = new(x, y, [.. verdicts.Select(_ => double.NaN)]);
        HatchLayer Layer(Verdict verdict, HatchPattern pattern, string label) =>
            new(field, [.. verdicts.Select(each => each == verdict)], pattern) { Label = label };
        return new Plot(
            title,
            GridField.AxisOf(xName, x),
            GridField.AxisOf(yName, y),
            [Layer(Verdict.Refuted, HatchPattern.Rising, "refuted"), Layer(Verdict.Inconclusive, HatchPattern.Crossed, "inconclusive")]);
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
