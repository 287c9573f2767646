using System.Collections.Immutable;
using System.Text;
using FiniteNCheck.Files;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification.Reference;

/// <summary>
/// Reads a reference file line by line and rejects, with its line, whatever <see cref="ReferenceFileText"/> would not have written.
/// </summary>
internal sealed class ReferenceFileReader
{
    private const string Remedy = "Take the file from version control again, or make it again with 'finitencheck reference regenerate'.";
    private readonly string path;
    private readonly string[] lines;
    private int next;

    private ReferenceFileReader(string path, string[] lines)
    {
        this.path = path;
        this.lines = lines;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The path.</param>
    /// <exception cref="InputFileException">It is damaged.</exception>
    public static ReferenceFile Read(string path)
    {
        string text = Text(path);
        int carriageReturn = text.IndexOf('\r', StringComparison.Ordinal);
        if (carriageReturn >= 0)
        {
            int line = 1 + text.AsSpan(0, carriageReturn).Count('\n');
            throw new InputFileException(
                path,
                line,
                "",
                "a carriage return",
                "lines that end in a line feed alone",
                "Tell the editor or version control to leave line ends alone.");
        }

        string[] all = text.Split('\n');
        if (all[^1].Length > 0)
        {
            throw new InputFileException(
                path, all.Length, "", "a last line without a line feed: the file is truncated", "complete lines", Remedy);
        }

        return new ReferenceFileReader(path, all[..^1]).File();
    }

    private static string Text(string path)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(
                System.IO.File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputFileException(
                path,
                0,
                "",
                "no such file",
                "a reference file",
                "Check the path; 'finitencheck reference regenerate SET' and 'accept SET' make one.",
                e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputFileException(
                path, 0, "", $"a file that cannot be read ({e.Message})", "a reference file", "Check its permissions.", e);
        }
        catch (DecoderFallbackException e)
        {
            throw new InputFileException(path, 0, "", "bytes that are not UTF-8", "a reference file", Remedy, e);
        }
    }

    private ReferenceFile File()
    {
        string format = Header("finitencheck-reference");
        if (!string.Equals(format, $"{ReferenceFile.Format}", StringComparison.Ordinal))
        {
            throw Error(
                "finitencheck-reference",
                $"format {format}",
                $"format {ReferenceFile.Format}",
                "Use the version of the program that wrote it.");
        }

        string set = Header("set");
        string purpose = Header("purpose");
        string kindName = Header("kind");
        ReferenceKind? known = Enum.GetValues<ReferenceKind>().Cast<ReferenceKind?>()
            .FirstOrDefault(value => string.Equals(ReferenceFileText.Name(value!.Value), kindName, StringComparison.Ordinal));
        ReferenceKind kind = known ?? throw Error("kind", $"'{kindName}'", "exact, limit, gibbs or table");
        ReferenceOrigin? origin = kind == ReferenceKind.Table ? null : Origin(kind);
        ImmutableArray<ReferenceColumn> columns = Columns();
        RequireCanonical(kind, columns);
        string hash = Header("sha256");
        int hashLine = next - 1;
        ReferenceTable table = new(columns, Rows(columns));
        if (origin is not null)
        {
            RequireGrid(kind, origin, table, hashLine + 2);
        }

        RequireHash(hash, hashLine);
        return new ReferenceFile(set, purpose, kind, origin, table);
    }

    private ReferenceOrigin Origin(ReferenceKind kind)
    {
        ReferenceOrigin origin = new()
        {
            Model = "",
            ModelHash = "",
            Initial = [],
            Method = "",
            Tolerance = 0,
            Achieved = 0,
            Generator = "",
            Command = "",
        };
        foreach (string key in ReferenceFileText.OriginKeys(kind))
        {
            string text = Header(key);
            origin =
                ReferenceHeaderText.With(origin, key, text) is { } read
                && string.Equals(ReferenceFileText.Value(read, key), text, StringComparison.Ordinal)
                    ? read
                    : throw Error(key, $"'{text}'", ReferenceHeaderText.Allowed(key));
        }

        return origin;
    }

    private ImmutableArray<ReferenceColumn> Columns()
    {
        List<ReferenceColumn> columns = [];
        while (next < lines.Length && lines[next].StartsWith("# column: ", StringComparison.Ordinal))
        {
            string text = Header("column");
            ReferenceColumn column =
                ReferenceHeaderText.Column(text)
                ?? throw Error(
                    "column", $"'{text}'", "NAME unit UNIT absolute A relative R with tolerances that are finite and not negative");
            columns.Add(
                columns.Exists(other => string.Equals(other.Name, column.Name, StringComparison.Ordinal))
                    ? throw Error("column", $"'{column.Name}' for the second time", "every column once")
                    : column);
        }

        return columns.Count > 0 ? [.. columns] : throw ErrorHere("column", "no column", "at least one line '# column: ...'");
    }

    /// <summary>Checks the columns of the project's own kinds: the name fixes the unit, and the order is fixed too.</summary>
    private void RequireCanonical(ReferenceKind kind, ImmutableArray<ReferenceColumn> columns)
    {
        if (kind == ReferenceKind.Table)
        {
            return;
        }

        int first = next - columns.Length;
        ImmutableArray<string> expected = ReferenceColumns.Canonical(kind, [.. columns.Select(column => column.Name)]);
        for (int index = 0; index < columns.Length; index++)
        {
            string name = columns[index].Name;
            if (index >= expected.Length || !string.Equals(expected[index], name, StringComparison.Ordinal))
            {
                string allowed =
                    index < expected.Length ? $"'{expected[index]}' at this place" : $"{expected.Length} columns for these means";
                throw Error(first + index, "column", $"'{name}'", allowed);
            }

            string unit = ReferenceColumns.UnitOf(name);
            if (!string.Equals(columns[index].Unit, unit, StringComparison.Ordinal))
            {
                throw Error(first + index, $"column {name}", $"unit {columns[index].Unit}", $"unit {unit}");
            }
        }

        if (expected.Length > columns.Length)
        {
            throw ErrorHere("column", $"{columns.Length} columns", $"{expected.Length}: the next is '{expected[columns.Length]}'");
        }
    }

    private List<double[]> Rows(ImmutableArray<ReferenceColumn> columns)
    {
        string header = string.Join(',', columns.Select(column => column.Name));
        if (next >= lines.Length || !string.Equals(lines[next], header, StringComparison.Ordinal))
        {
            string found =
                next >= lines.Length ? "the end of the file: it is truncated" : "a row of names that is not the list of columns above";
            throw ErrorHere("", found, "the names of the columns, in their order");
        }

        List<double[]> rows = [];
        for (next++; next < lines.Length; next++)
        {
            string[] cells = lines[next].Split(',');
            if (cells.Length != columns.Length)
            {
                throw ErrorHere("", $"{cells.Length} values", $"{columns.Length}, one per column");
            }

            rows.Add([.. cells.Select((cell, index) => ReferenceHeaderText.Real(cell)
                ?? throw ErrorHere(columns[index].Name, $"'{cell}'", "a finite number"))]);
        }

        return rows;
    }

    /// <summary>Checks that the rows are those of every n with every time, in the order of the header.</summary>
    private void RequireGrid(ReferenceKind kind, ReferenceOrigin origin, ReferenceTable table, int firstRow)
    {
        double[][] grid = ReferenceColumns.Grid(kind, origin.Sizes, origin.Times);
        string Label(double[] keys) =>
            string.Join(", ", keys.Select((key, index) => $"{table.Columns[index].Name} = {Numeral.Exact(key)}"));
        for (int row = 0; row < Math.Min(grid.Length, table.Rows.Length); row++)
        {
            double[] keys = [.. table.Rows[row].Take(grid[row].Length)];
            if (!keys.AsSpan().SequenceEqual(grid[row]))
            {
                throw Error(
                    firstRow + row,
                    "",
                    $"the row of {Label(keys)}",
                    $"the row of {Label(grid[row])}: rows are in the order that the header lists");
            }
        }

        if (table.Rows.Length != grid.Length)
        {
            throw Error(
                lines.Length - 1,
                "",
                $"{table.Rows.Length} rows at the end of the file{(table.Rows.Length < grid.Length ? ": it is truncated" : "")}",
                $"{grid.Length}, as the header lists");
        }
    }

    private void RequireHash(string hash, int hashLine)
    {
        string actual = ReferenceFileText.Hash(lines[(hashLine + 1)..]);
        if (!string.Equals(actual, hash, StringComparison.Ordinal))
        {
            throw Error(
                hashLine,
                "sha256",
                $"{hash}, but the lines {hashLine + 2} to {lines.Length} were edited: they have {actual}",
                "the hash of these lines");
        }
    }

    /// <summary>Reads the value of the next line, which must have the given key.</summary>
    private string Header(string key)
    {
        string start = $"# {key}: ";
        if (next >= lines.Length || !lines[next].StartsWith(start, StringComparison.Ordinal))
        {
            string found =
                next >= lines.Length ? "the end of the file: it is truncated" : $"'{lines[next][..Math.Min(60, lines[next].Length)]}'";
            throw ErrorHere(key, found, $"a line '{start}...'");
        }

        return lines[next++][start.Length..];
    }

    /// <summary>An error about the header line that was read last.</summary>
    private InputFileException Error(string key, string found, string allowed, string remedy = Remedy) =>
        Error(next - 1, key, found, allowed, remedy);

    private InputFileException ErrorHere(string key, string found, string allowed) => Error(next, key, found, allowed);

    private InputFileException Error(int index, string key, string found, string allowed, string remedy = Remedy) =>
        new(path, Math.Min(index, Math.Max(0, lines.Length - 1)) + 1, key, found, allowed, remedy);
}
