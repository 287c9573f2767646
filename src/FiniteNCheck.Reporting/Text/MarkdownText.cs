using System.Text;

namespace FiniteNCheck.Reporting.Text;

/// <summary>Markdown with tables, as most readers support it.</summary>
internal static class MarkdownText
{
    /// <summary>The text with the special characters of Markdown escaped.</summary>
    /// <param name="text">The text.</param>
    public static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (char c in text)
        {
            escaped.Append(c is '|' or '*' or '_' or '<' or '>' or '`' or '[' or ']' or '\\' or '~' ? $"\\{c}" : $"{c}");
        }

        return escaped.ToString();
    }

    /// <summary>A table.</summary>
    /// <param name="columns">The heads; one that begins with <c>&lt;</c> is of texts, the others are of numbers, set to the right.</param>
    /// <param name="rows">The cells.</param>
    public static string Table(IReadOnlyList<string> columns, IEnumerable<string[]> rows)
    {
        StringBuilder table = new();
        table.Append(Row(columns.Select(column => column.StartsWith('<') ? column[1..] : column)));
        table.Append($"|{string.Concat(columns.Select(column => column.StartsWith('<') ? "---|" : "---:|"))}\n");
        return rows.Aggregate(table, (text, row) => text.Append(Row(row))).ToString();
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(Escape))} |\n";
}
