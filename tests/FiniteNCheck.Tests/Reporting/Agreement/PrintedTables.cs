using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FiniteNCheck.Tests.Reporting.Agreement;

/// <summary>The tables of each format, in the order in which they stand there.</summary>
internal static partial class PrintedTables
{
    /// <summary>Tables of the terminal: heads, a rule, rows to the next empty line.</summary>
    public static IEnumerable<PrintedTable> OfTerminal(string text)
    {
        string[] lines = text.Split('\n');
        string heading = "";
        for (int i = 0; i < lines.Length; i++)
        {
            heading = lines[i].StartsWith("Study ", StringComparison.Ordinal)
                ? lines[i]["Study ".Length..lines[i].IndexOf(": model", StringComparison.Ordinal)]
                : heading;
            if (lines[i].Length > 0 && lines[i].All(c => c == '-'))
            {
                string[][] rows = [.. lines.Skip(i + 1).TakeWhile(line => line.StartsWith(' ')).Select(TerminalCells)];
                yield return new PrintedTable(heading, lines[i - 2], TerminalCells(lines[i - 1]), rows);
            }
        }
    }

    /// <summary>Tables of Markdown: heads, a line of dashes and colons, rows.</summary>
    public static IEnumerable<PrintedTable> OfMarkdown(string text)
    {
        string[] lines = text.Split('\n');
        for (int i = 1; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("|---", StringComparison.Ordinal))
            {
                string[][] rows =
                [
                    .. lines
                        .Skip(i + 1)
                        .TakeWhile(line => line.StartsWith("| ", StringComparison.Ordinal))
                        .Select(MarkdownCells),
                ];
                string[] above = [.. lines[..(i - 1)].Where(line => line.Length > 0)];
                yield return new PrintedTable(
                    Plain(above.Last(line => line[0] == '#').TrimStart('#', ' ')),
                    Plain(above[^1]),
                    MarkdownCells(lines[i - 1]),
                    rows);
            }
        }

        static string Plain(string masked) => Masked().Replace(masked, "${letter}");
        static string[] MarkdownCells(string line) => [.. line[2..^2].Split(" | ").Select(Plain)];
    }

    /// <summary>Tables of LaTeX: a row per line, the heads between two rules.</summary>
    public static IEnumerable<PrintedTable> OfLatex(string text)
    {
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith(@"\begin{longtable}", StringComparison.Ordinal))
            {
                string[][] rows =
                [
                    .. lines[i..]
                        .SkipWhile(line => line is not @"\endlastfoot")
                        .Skip(1)
                        .TakeWhile(line => line is not @"\end{longtable}")
                        .Select(LatexCells),
                ];
                string[] above = [.. lines[..i].Where(line => line.Length > 0)];
                string heading = LatexReader.Plain(
                    above.Last(line => line.Contains("section*{", StringComparison.Ordinal)).Split("section*{")[1][..^1]);
                yield return new PrintedTable(
                    heading,
                    LatexReader.Plain(
                        above[^1]
                            .Replace(@"\noindent ", "", StringComparison.Ordinal)
                            .Replace(@"\par", "", StringComparison.Ordinal)),
                    LatexCells(lines[i + 2]),
                    rows);
            }
        }

        static string[] LatexCells(string line) => line.EndsWith(@" \\", StringComparison.Ordinal)
            ? [.. line[..^3].Split(" & ").Select(LatexReader.Plain)]
            : throw new InvalidDataException($"'{line}' is not a row of a table.");
    }

    /// <summary>Tables of a page of HTML; the heading is that of their section, the caption their label.</summary>
    public static IEnumerable<PrintedTable> OfHtml(string text)
    {
        // Between these two the page is XML too.
        int start = text.IndexOf("<main>", StringComparison.Ordinal);
        const string End = "</main>";
        XElement main = XElement.Parse(text[start..(text.IndexOf(End, StringComparison.Ordinal) + End.Length)]);
        return main.Descendants("table").Select(table => new PrintedTable(
            table.Ancestors("section").First().Element("h2")!.Value,
            table.Parent!.Attribute("aria-label")!.Value,
            [.. table.Descendants("th").Select(head => head.Value)],
            [.. table.Element("tbody")!.Elements("tr").Select(row => row.Elements("td").Select(cell => cell.Value).ToArray())]));
    }

    private static string[] TerminalCells(string line) => [.. Blanks().Split(line.Trim())];

    [GeneratedRegex(@"\\(?<letter>[|*_<>`\[\]\\~])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Masked();

    [GeneratedRegex(" {2,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
