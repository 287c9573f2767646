using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using FiniteNCheck.Model;

namespace FiniteNCheck.Files;

/// <summary>
/// Reads tables of comma-separated values (RFC 4180): UTF-8, at most 1 MB, names of columns in the first line; lines that begin with
/// <c>#</c> are comments.
/// </summary>
public static class CsvFile
{
    /// <summary>The largest accepted file size, in bytes.</summary>
    public const int MaxFileSize = 1_000_000;

    private const char Quote = '"';

    private const string Allowed =
        "a UTF-8 table of comma-separated values of at most 1 MB, with the names of its columns in the first line";

    /// <summary>Reads a table.</summary>
    /// <param name="path">The path.</param>
    /// <exception cref="InputFileException">The file cannot be read or is no table.</exception>
    public static CsvTable Load(string path) => Parse(InputText.Read(path, Allowed, MaxFileSize), path);

    /// <summary>Reads a table from a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The file name for messages.</param>
    /// <exception cref="InputFileException">The text is no table.</exception>
    public static CsvTable Parse(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        bool isBad = false;
        CsvConfiguration form = new(CultureInfo.InvariantCulture)
        {
            AllowComments = true,
            Comment = '#',
            IgnoreBlankLines = true,
            TrimOptions = TrimOptions.Trim,
            BadDataFound = _ => isBad = true,
        };
        using StringReader reader = new(text.TrimStart('\uFEFF'));
        using CsvParser parser = new(reader, form);
        if (!parser.Read() || parser.Record is not { Length: > 0 } header)
        {
            throw new InputFileException(file, 1, string.Empty, "nothing", Allowed, "Write the names of the columns, then the rows.");
        }

        CheckQuotes(line: 1);
        if (header.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } duplicate)
        {
            throw new InputFileException(
                file, parser.RawRow, string.Empty, $"two columns {Wording.Quote(duplicate.Key)}", Allowed, "Remove one of the two.");
        }

        var rows = ImmutableArray.CreateBuilder<CsvRow>();
        for (int line = parser.RawRow + 1; parser.Read(); line = parser.RawRow + 1)
        {
            CheckQuotes(line);
            if (parser.Record!.Length != header.Length)
            {
                throw new InputFileException(
                    file,
                    parser.RawRow,
                    string.Empty,
                    Wording.Count(parser.Record.Length, "field"),
                    $"{Wording.Count(header.Length, "field")}, one per column",
                    "Add or remove fields; a field with a comma stands in double quotes.");
            }

            rows.Add(new CsvRow(parser.RawRow, [.. parser.Record]));
        }

        return new CsvTable(file, [.. header], rows.DrainToImmutable());

        void CheckQuotes(int line)
        {
            if (isBad || parser.RawRecord.Count(c => c == Quote) % 2 > 0)
            {
                throw new InputFileException(
                    file,
                    line,
                    string.Empty,
                    "an unclosed or stray quote",
                    Allowed,
                    "Close or remove it; within a field in quotes, write it twice.");
            }
        }
    }
}
