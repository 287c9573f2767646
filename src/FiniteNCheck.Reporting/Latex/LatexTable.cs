using System.Text;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Latex;

/// <summary>A table of the packages <c>longtable</c> and <c>booktabs</c>: it breaks over pages and repeats its head.</summary>
internal static class LatexTable
{
    /// <summary>The longest text, in characters, that stays on one line, and the longest in a narrow column.</summary>
    private const int OneLine = 28;
    private const int Narrow = 80;

    /// <summary>The table; nothing where it has no rows.</summary>
    /// <param name="columns">
    /// The heads; one that begins with <c>&lt;</c> is of texts, the others are of printed numbers, set to the right.
    /// </param>
    /// <param name="rows">The cells.</param>
    public static string Render(IReadOnlyList<string> columns, IEnumerable<string[]> rows)
    {
        string[][] all = [.. rows];
        if (all.Length == 0)
        {
            return "";
        }

        int[] widths = [.. columns.Select((_, column) => all.Max(row => row[column].Length))];
        StringBuilder table = new();
        table
            .Append(
                $@"\begin{{longtable}}{{@{{}}{string.Concat(columns.Select((head, column) => Format(head, widths[column])))}@{{}}}}")
            .Append('\n');
        table.Append("\\toprule\n").Append(Row(columns.Select((head, column) => Head(head, widths[column]))));
        table.Append("\\midrule\n\\endhead\n\\bottomrule\n\\endlastfoot\n");
        foreach (string[] row in all)
        {
            table.Append(Row(row.Select((cell, column) => IsText(columns[column]) ? LatexText.Escape(cell) : LatexText.Number(cell))));
        }

        return table.Append("\\end{longtable}\n").ToString();
    }

    private static bool IsText(string head) => head.StartsWith('<');

    private static string Format(string head, int width) =>
        !IsText(head) ? "r"
        : width <= OneLine ? "l"
        : $@">{{\raggedright\arraybackslash}}p{{{(width <= Narrow ? "0.2" : "0.45")}\linewidth}}";

    /// <summary>The head, on several lines if the cells below are narrower.</summary>
    private static string Head(string head, int width)
    {
        string[] lines = WrappedText.Lines(IsText(head) ? head[1..] : head, width);
        return lines.Length == 1
            ? LatexText.Escape(lines[0])
            : $@"\shortstack[{(IsText(head) ? "l" : "r")}]{{{string.Join(@"\\", lines.Select(LatexText.Escape))}}}";
    }

    private static string Row(IEnumerable<string> cells) => $"{string.Join(" & ", cells)} \\\\\n";
}
