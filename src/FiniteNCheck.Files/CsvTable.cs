using System.Collections.Immutable;
using System.Globalization;
using FiniteNCheck.Model;

namespace FiniteNCheck.Files;

/// <summary>A table of texts that knows the lines of its rows.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">The rows.</param>
public sealed record CsvTable(string File, ImmutableArray<string> Columns, ImmutableArray<CsvRow> Rows)
{
    /// <summary>The field of a row as a finite number.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column, one of the table's.</param>
    /// <exception cref="InputFileException">It is none.</exception>
    public double Number(CsvRow row, string column)
    {
        ArgumentNullException.ThrowIfNull(row);
        string text = Text(row, column);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : throw Error(row, column, "a finite number", "Write a decimal number such as 0.5 or 1e-3.");
    }

    /// <summary>The field of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column, one of the table's.</param>
    public string Text(CsvRow row, string column)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Fields[Columns.IndexOf(column)];
    }

    /// <summary>An error about a field. The caller throws it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    /// <param name="allowed">What is allowed there.</param>
    /// <param name="remedy">What to do, a full sentence.</param>
    public InputFileException Error(CsvRow row, string column, string allowed, string remedy)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(File, row.Line, column, Wording.Quote(Text(row, column)), allowed, remedy);
    }
}
