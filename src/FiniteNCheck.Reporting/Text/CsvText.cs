using System.Buffers;
using System.Globalization;
using System.Text;

namespace FiniteNCheck.Reporting.Text;

/// <summary>
/// Comma-separated values by RFC 4180, with line feeds as line ends. A text that a spreadsheet would run as a formula
/// has an apostrophe before it, which makes it a text there; numbers are unchanged.
/// </summary>
internal sealed class CsvText
{
    // The last four are the wide forms of the first, which spreadsheets take for the same.
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    private static readonly SearchValues<char> Separators = SearchValues.Create(",;\t\"\r\n");

    private readonly StringBuilder _text = new();
    private readonly int _columns;

    public CsvText(params string[] header)
    {
        _columns = header.Length;
        Row(header);
    }

    /// <summary>Adds a row; it must have as many fields as the header.</summary>
    public void Row(params string[] fields)
    {
        if (fields.Length != _columns)
        {
            throw new ArgumentException($"Expected {_columns} fields, got {fields.Length}.", nameof(fields));
        }

        _text.AppendJoin(',', fields.Select(Quote)).Append('\n');
    }

    public override string ToString() => _text.ToString();

    private static string Quote(string field)
    {
        string text = IsFormula(field) ? $"'{field}" : field;

        // For readers with a semicolon or a tab as separator, either of them would begin a new cell.
        return text.AsSpan().IndexOfAny(Separators) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static bool IsFormula(string field) => field.Length > 0
        && FormulaStarts.Contains(field[0])
        && !double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
