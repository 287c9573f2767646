using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Svg;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Studies;

/// <summary>The covariance matrix as the exact limit, as predicted, and their difference, side by side.</summary>
internal static class MatrixPlot
{
    /// <summary>How the names of such figures end.</summary>
    public const string Suffix = "-matrix";

    /// <summary>The figure of one prediction, or <see langword="null"/> where its elements are no matrix.</summary>
    /// <param name="name">The name of the prediction's figures.</param>
    /// <param name="prediction">The prediction.</param>
    public static ReportFigure? Draw(FigureName name, PredictionFinding prediction)
    {
        ElementFinding worst = WorstFirst.Sort(prediction.Elements)[0];
        if (worst.Observables.Length < 2)
        {
            return null;
        }

        ElementFinding[] elements = [.. prediction.Elements.Where(element => element.Time == worst.Time && element.Observables.Length > 1)];
        ImmutableArray<string> names = [.. elements.SelectMany(element => element.Observables).Distinct(StringComparer.Ordinal)];
        double[,] limit = Matrix(names, elements, element => element.Limit);
        double[,] predicted = Matrix(names, elements, element => element.Prediction);
        double[,] difference = Matrix(names, elements, element => element.Prediction - element.Limit);
        var values = ColorScale.Signed("covariance", limit.Cast<double>().Concat(predicted.Cast<double>()));
        var differences = ColorScale.Signed("predicted − limit", difference.Cast<double>());
        string time = $"t = {Numeral.Time(worst.Time)}";
        return new ReportFigure(
            name.Append(Suffix),
            $"{prediction.Title}: covariance matrix at {time}",
            $"At {time}, that of the element farthest off. Blue is negative, brown positive. The largest difference is "
                + $"{Numeral.Error(difference.Cast<double>().Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(double.NaN).Max())}.",
            [
                PlotOf("exact, limit N → ∞", names, limit, values, hasBar: false),
                PlotOf("predicted", names, predicted, values, hasBar: true),
                PlotOf("predicted − exact", names, difference, differences, hasBar: true),
            ],
            3,
            Csv(elements));
    }

    private static double[,] Matrix(ImmutableArray<string> names, ElementFinding[] elements, Func<ElementFinding, double> value)
    {
        double[,] matrix = new double[names.Length, names.Length];
        MemoryMarshal.CreateSpan(ref matrix[0, 0], matrix.Length).Fill(double.NaN);
        foreach (ElementFinding element in elements)
        {
            (int a, int b) = (names.IndexOf(element.Observables[0]), names.IndexOf(element.Observables[1]));
            matrix[a, b] = matrix[b, a] = value(element);
        }

        return matrix;
    }

    // The first two share their colours, whose bar stands once between them.
    private static Plot PlotOf(string title, ImmutableArray<string> names, double[,] values, ColorScale scale, bool hasBar) => new(
        title,
        PlotAxis.OfNames(names),
        PlotAxis.OfNames(names, reversed: true),
        [new MatrixLayer(values, scale) { Hints = HintsOf(names, values) }],
        hasBar ? scale : null)
    {
        FrameWidth = 210,
        FrameHeight = 210,
    };

    private static ImmutableArray<string> HintsOf(ImmutableArray<string> names, double[,] values) =>
        [.. names.SelectMany((row, a) => names.Select((column, b) => $"{row},{column}: {Digits.Cell(values[a, b])}"))];

    private static string Csv(ElementFinding[] elements)
    {
        CsvText csv = new("observable", "observable2", "time", "limit", "limitUncertainty", "predicted", "difference");
        foreach (ElementFinding element in elements)
        {
            csv.Row(
                element.Observables[0],
                element.Observables[1],
                Digits.Full(element.Time),
                Digits.Full(element.Limit),
                Digits.Full(element.LimitUncertainty),
                Digits.Full(element.Prediction),
                Digits.Full(element.Prediction - element.Limit));
        }

        return csv.ToString();
    }
}
