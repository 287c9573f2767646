using System.Collections.Immutable;
using System.Globalization;
using FiniteNCheck.Claims;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Svg;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Claims;

/// <summary>
/// The map of a table over a plane: a row for each value of its first column, a column <c>name = value</c> for each of another parameter.
/// </summary>
internal static class EvidenceMap
{
    private const string Equal = " = ";

    // What numerical errors make of zero.
    private const double Zero = 1e-10;

    /// <summary>The figure of one table, or <see langword="null"/> where it is none over a plane.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="evidence">The table.</param>
    public static ReportFigure? Draw(FigureName name, Evidence evidence)
    {
        string[][] columns = [.. evidence.Columns.Skip(1).Select(column => column.Split(Equal))];
        bool isPlane = columns.Length >= 2
            && evidence.Rows.Length >= 2
            && columns[0][0] is not "N"
            && columns.All(parts => parts.Length == 2 && string.Equals(parts[0], columns[0][0], StringComparison.Ordinal))
            && columns.All(parts => double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            && evidence.Rows.All(row => row.All(cell => cell.Text is null));
        if (!isPlane)
        {
            return null;
        }

        (string xName, string yName) = (evidence.Columns[0], columns[0][0]);
        ImmutableArray<double> x = [.. evidence.Rows.Select(row => row[0].Number)];
        ImmutableArray<double> y = [.. columns.Select(parts => double.Parse(parts[1], CultureInfo.InvariantCulture))];
        ImmutableArray<double> values = [.. evidence.Rows.SelectMany(row => row.Skip(1)).Select(cell => cell.Number)];
        if (!IsIncreasing(x) || !IsIncreasing(y))
        {
            return null;
        }

        string quantity = evidence.Title.Split(" over ")[0];
        ColorScale scale = values.Any(value => value < 0) ? ColorScale.Signed(quantity, values) : ColorScale.FromZero(quantity, values);
        GridField field = new(x, y, values);
        ImmutableArray<(double X, double Y)> below =
            [.. values.Index().Where(cell => cell.Item < -Zero).Select(cell => (x[cell.Index / y.Length], y[cell.Index % y.Length]))];
        MarkerLayer[] marks = below.IsEmpty ? [] : [new MarkerLayer(below, IsFilled: false) { Label = "below 0" }];
        var plot = new Plot(
            quantity,
            GridField.AxisOf(xName, x),
            GridField.AxisOf(yName, y),
            [
                new HeatLayer(field, scale),
                .. marks,
                new HintLayer(field, [.. values.Select(Hint)]),
            ],
            scale);
        return new ReportFigure(name, evidence.Title.Split(',', ':')[0], $"{evidence.Title}.", [plot], 1, Csv());

        string Hint(double value, int at) =>
            $"{xName} = {Numeral.Of(x[at / y.Length], 4)}, {yName} = {Numeral.Of(y[at % y.Length], 4)}: {Digits.Cell(value)}";

        string Csv()
        {
            CsvText csv = new(xName, yName, quantity);
            foreach ((int at, double value) in values.Index())
            {
                csv.Row(Digits.Full(x[at / y.Length]), Digits.Full(y[at % y.Length]), Digits.Full(value));
            }

            return csv.ToString();
        }
    }

    private static bool IsIncreasing(ImmutableArray<double> values) => values.Zip(values.Skip(1)).All(pair => pair.First < pair.Second);
}
