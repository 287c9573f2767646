using System.Text;

namespace FiniteNCheck.Reporting.Text;

/// <summary>Comma-separated values by RFC 4180, with line feeds as line ends.</summary>
internal sealed class CsvText
{
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

    private static string Quote(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
