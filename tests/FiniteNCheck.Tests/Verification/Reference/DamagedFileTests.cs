using System.Globalization;
using FiniteNCheck.Files;
using FiniteNCheck.Verification.Reference;
using Xunit;

namespace FiniteNCheck.Tests.Verification.Reference;

/// <summary>Every kind of damage is rejected with the line and the reason.</summary>
[Trait("Kind", "Unit")]
public sealed class DamagedFileTests : IDisposable
{
    private readonly ReferenceFolder folder = new();
    private readonly string[] lines;
    private readonly string path;

    public DamagedFileTests()
    {
        ReferenceSets sets = folder.Copy();
        path = sets.VerifiedPath(sets.Find("constant-rates"));
        lines = File.ReadAllLines(path);
    }

    public static TheoryData<string, string, string> Damages => new()
    {
        { "a row cut off", "", "it is truncated" },
        { "cut within a row", "", "the file is truncated" },
        { "cut within the header", "# times", "it is truncated" },
        { "a digit edited", "# sha256", "were edited" },
        { "the row of names missing", "n,time", "a row of names" },
        { "two rows swapped", "2,0.5", "rows are in the order" },
        { "a row twice", "2,1,", "the row of" },
        { "a row added", "", "rows at the end" },
        { "units swapped", "# column: n ", "unit 1/rate; allowed: unit 1" },
        { "two columns swapped", "# column: mean.x", "'mean.x.all' at this place" },
        { "a column missing", "# column: cov.x.all.x.all", "'cov.x.all.x.all' at this place" },
        { "a column's name edited", "n,time", "a row of names" },
        { "a header key missing", "# model", "a line '# model: ...'" },
        { "header keys swapped", "# purpose", "a line '# purpose: ...'" },
        { "another format", "# finitencheck", "format 2; allowed: format 1" },
        { "another kind", "# kind", "exact, limit, gibbs or table" },
        { "times out of order", "# times", "not negative and increase" },
        { "a hash too short", "# model", "64 hexadecimal digits" },
        { "a tolerance that is none", "# column: mean.x", "not negative" },
        { "a value that is infinite", "2,0.5", "a finite number" },
        { "a value that is no number", "2,0.5", "a finite number" },
        { "an empty value", "2,0.5", "a finite number" },
        { "a value too few", "2,0.5", "one per column" },
        { "carriage returns", "# finitencheck", "a carriage return" },
    };

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_file_itself_is_read_and_written_back_byte_for_byte() =>
        Assert.Equal(File.ReadAllText(path), ReferenceFile.Read(path).ToText());

    [Theory]
    [MemberData(nameof(Damages))]
    public void Damage_is_refused_with_line_and_reason(string damage, string lineStart, string reason)
    {
        string text = Damage(damage);
        Assert.NotEqual(File.ReadAllText(path), text);
        File.WriteAllText(path, text);
        InputFileException exception = Assert.Throws<InputFileException>(() => ReferenceFile.Read(path));
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.StartsWith($"{path}:{exception.Line}: ", exception.Message, StringComparison.Ordinal);
        if (lineStart.Length > 0)
        {
            Assert.Equal(Array.FindIndex(lines, line => line.StartsWith(lineStart, StringComparison.Ordinal)) + 1, exception.Line);
        }
        else
        {
            // At the end of what is left of the file.
            Assert.Equal(text.TrimEnd('\n').Split('\n').Length, exception.Line);
        }
    }

    private string Damage(string damage)
    {
        int row = Array.FindIndex(lines, line => line.StartsWith("2,0.5", StringComparison.Ordinal));
        int x = Array.FindIndex(lines, line => line.StartsWith("# column: mean.x", StringComparison.Ordinal));
        string[] cells = lines[row].Split(',');
        return damage switch
        {
            "a row cut off" => Text(lines[..^1]),
            "cut within a row" => Text(lines)[..^9],
            "cut within the header" => Text(lines[..8]),
            "a digit edited" => Text(With(row, lines[row].Replace('3', '4'))),
            "the row of names missing" => Text(Without(row - 1)),
            "two rows swapped" => Text(Swapped(row, row + 1)),
            "a row twice" => Text(With(row + 1, lines[row])),
            "a row added" => Text([.. lines, lines[^1]]),
            "units swapped" => Text([
                .. lines.Select(line =>
                    line.StartsWith("# column: n unit", StringComparison.Ordinal)
                        ? line.Replace("unit 1 ", "unit 1/rate ", StringComparison.Ordinal)
                        : line.Replace("time unit 1/rate", "time unit 1", StringComparison.Ordinal)),
            ]),
            "two columns swapped" => Text(Swapped(x, x + 1)),
            "a column missing" => Text(Without(x + 3)),
            "a column's name edited" => Text(With(row - 1, lines[row - 1].Replace("mean.x", "mean.w", StringComparison.Ordinal))),
            "a header key missing" => Text(Without(4)),
            "header keys swapped" => Text(Swapped(2, 3)),
            "another format" => Text(With(0, "# finitencheck-reference: 2")),
            "another kind" => Text(With(3, "# kind: approximate")),
            "times out of order" => Text([
                .. lines.Select(line => line.Replace("# times: 0.5,1", "# times: 1,0.5", StringComparison.Ordinal)),
            ]),
            "a hash too short" => Text(With(4, lines[4][..^1])),
            "a tolerance that is none" => Text(With(x, lines[x].Replace("absolute 1", "absolute -1", StringComparison.Ordinal))),
            "a value that is infinite" => Text(With(row, Joined(cells, "1e999"))),
            "a value that is no number" => Text(With(row, Joined(cells, "NaN"))),
            "an empty value" => Text(With(row, Joined(cells, ""))),
            "a value too few" => Text(With(row, string.Join(',', cells[..^1]))),
            "carriage returns" => Text(lines).Replace("\n", "\r\n", StringComparison.Ordinal),
            _ => throw new ArgumentOutOfRangeException(nameof(damage), damage, "Unknown damage."),
        };
    }

    private static string Joined(string[] cells, string last) =>
        string.Create(CultureInfo.InvariantCulture, $"{string.Join(',', cells[..^1])},{last}");

    private static string Text(string[] lines) => string.Join('\n', lines) + "\n";

    private string[] With(int index, string line) => [.. lines[..index], line, .. lines[(index + 1)..]];

    private string[] Without(int index) => [.. lines[..index], .. lines[(index + 1)..]];

    private string[] Swapped(int i, int j) => [.. lines.Select((line, index) => index == i ? lines[j] : index == j ? lines[i] : line)];
}
