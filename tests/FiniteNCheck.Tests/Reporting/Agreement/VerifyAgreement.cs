using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FiniteNCheck.Reporting.Studies;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Reporting.Verify;
using FiniteNCheck.Tests.Support;

namespace FiniteNCheck.Tests.Reporting.Agreement;

/// <summary>The numbers that each format of a verification prints, against those of its JSON.</summary>
internal static partial class VerifyAgreement
{
    public static string[] Formats { get; } = ["terminal", "markdown", "latex", "html", "csv"];

    /// <summary>What one format prints.</summary>
    public static string Render(string format, VerifyReport report) => format switch
    {
        "terminal" => VerifyTable.RenderInFull(report, new TextStyle(Color: false, Width: 4000)),
        "markdown" => VerifyMarkdown.Render(report),
        "latex" => VerifyLatex.Render(report),
        "html" => Encoding.UTF8.GetString(VerifyFiles.Render(report).Single(file => file.Name is VerifyFiles.Page).Content.Span),
        _ => VerifyCsv.Render(report),
    };

    /// <summary>Numbers of one format that are not those of the JSON to the printed digits, and elements that it leaves out.</summary>
    public static IEnumerable<string> Differences(string format, string text, string json)
    {
        VerifyNumbers numbers = new(json);
        List<(string Prediction, string Element)> seen = [];
        IEnumerable<string> wrong = format is "csv" ? OfCsv(CsvRows.Of(text), numbers, seen) : OfTables(format, text, numbers, seen);
        string[] differences = [.. wrong.Distinct(StringComparer.Ordinal)];

        // The terminal shows the elements that matter, at least one per prediction, the others show all.
        return differences.Concat(
            numbers
                .Predictions.Where(prediction =>
                    seen.Distinct()
                        .Where(element => string.Equals(element.Prediction, prediction.Prediction, StringComparison.Ordinal))
                        .Count()
                        is var count
                    && (format is "terminal" ? count == 0 : count != prediction.Elements))
                .Select(prediction => $"{prediction.Prediction}: not every element is there"));
    }

    private static IEnumerable<string> OfTables(
        string format,
        string text,
        VerifyNumbers numbers,
        List<(string Prediction, string Element)> seen)
    {
        PrintedTable[] tables = [.. format switch
        {
            "terminal" => PrintedTables.OfTerminal(text),
            "markdown" => PrintedTables.OfMarkdown(text),
            "latex" => PrintedTables.OfLatex(text),
            _ => PrintedTables.OfHtml(text),
        }];
        // The grid of verdicts has its own test.
        foreach (PrintedTable table in tables.Where(table => table.Caption is not VerdictGrid.Label))
        {
            string study = table.Heading.Replace("Study ", "", StringComparison.Ordinal);
            string prediction = format is "terminal" ? $"{study}: {table.Caption.Split(": ")[0]}" : table.Heading;
            foreach (string[] row in table.Rows)
            {
                var cells = table
                    .Columns.Zip(row)
                    .ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal);
                foreach (
                    string difference in table.Columns[0] is "prediction"
                        ? OfSummary($"{study}: {row[0]}", cells, numbers)
                        : OfElement(prediction, cells, numbers, seen))
                {
                    yield return difference;
                }
            }
        }
    }

    private static IEnumerable<string> OfSummary(string prediction, Dictionary<string, string> cells, VerifyNumbers numbers)
    {
        string[] worst = cells["worst element"].Split(", t = ");
        string[] orders = cells["order"].Split(" to ");
        (double? lowest, double? highest) = numbers.Orders(prediction);
        return new[]
        {
            Check($"{prediction}, lowest order", orders[0], lowest),
            Check($"{prediction}, highest order", orders[^1], highest),
            Check(
                $"{prediction}, worst distance",
                cells["distance"],
                VerifyNumbers.Real(numbers.Element(prediction, worst[0], worst[1])["distance"])),
        }.OfType<string>();
    }

    private static IEnumerable<string> OfElement(
        string prediction,
        Dictionary<string, string> cells,
        VerifyNumbers numbers,
        List<(string Prediction, string Element)> seen)
    {
        string place = $"{prediction}, {cells["element"]} at {cells["t"]}";
        JsonNode element = numbers.Element(prediction, cells["element"], cells["t"]);
        seen.Add((prediction, place));
        return cells
            .SelectMany(cell => Quantities(cell.Key, cell.Value))
            .Select(number =>
                Check(
                    $"{place}, {number.Quantity} {number.Size}",
                    number.Digits,
                    VerifyNumbers.Shown(element, number.Quantity, number.Size)))
            .OfType<string>();
    }

    /// <summary>What a column holds: one number, or two with a sign between them.</summary>
    private static IEnumerable<(string Quantity, string Size, string Digits)> Quantities(string column, string cell)
    {
        string[] parts = PlusMinus().Split(cell);
        return column switch
        {
            "predicted" or "distance" => [(column, "", cell)],
            "+-" or "±" => [("limitUncertainty", "", cell)],
            "order" => [("order", "", parts[0]), ("orderUncertainty", "", parts[^1])],
            _ when column.StartsWith("limit", StringComparison.Ordinal) => parts.Length == 1
                ? [("limit", "", cell)]
                : [("limit", "", parts[0]), ("limitUncertainty", "", parts[1])],
            _ when column.StartsWith("N = ", StringComparison.Ordinal) =>
            [
                ("exact", column["N = ".Length..], cell.Trim('(', ')')),
            ],
            _ => [],
        };
    }

    private static IEnumerable<string> OfCsv(List<string[]> rows, VerifyNumbers numbers, List<(string Prediction, string Element)> seen)
    {
        foreach (string[] row in rows.Skip(1).Where(row => row[6] is not "note"))
        {
            string prediction = $"{row[0]}: {row[2]}";
            string observable = row[5].Length > 0 ? $"{row[4]},{row[5]}" : row[4];
            seen.Add((prediction, $"{observable} at {row[3]}"));

            if (
                Check(
                    $"{prediction}, {observable} at {row[3]}, {row[6]} {row[8]}",
                    row[9],
                    VerifyNumbers.Of(numbers.Element(prediction, observable, row[3]), row[6], row[8])
                ) is
                { } difference)
            {
                yield return difference;
            }
        }
    }

    private static string? Check(string place, string printed, double? number) =>
        PrintedNumber.Agrees(printed, number) ? null : $"{place}: '{printed}' where JSON has {number?.ToString("R") ?? "null"}";

    [GeneratedRegex(@" (?:\+-|±) ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlusMinus();
}
