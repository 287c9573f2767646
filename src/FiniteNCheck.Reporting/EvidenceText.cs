using FiniteNCheck.Claims;

namespace FiniteNCheck.Reporting;

/// <summary>A table of evidence on a page of text.</summary>
internal static class EvidenceText
{
    /// <summary>What Spectre adds to every column and to the table.</summary>
    private const int ColumnMargin = 2;
    private const int TableMargin = 1;

    /// <summary>The table, as wide as the page allows: headers are broken at blanks where they would not fit, then texts.</summary>
    public static void Write(TextPage page, Evidence evidence, int width)
    {
        string[][] rows = [.. evidence.Rows.Select(row => row.Select(Text).ToArray())];
        int[] cells = [.. evidence.Columns.Select((_, column) => rows.Select(row => row[column].Length).DefaultIfEmpty(0).Max())];
        bool fits = evidence.Columns.Zip(cells, (header, cell) => Math.Max(header.Length, cell) + ColumnMargin).Sum() + TableMargin <= width;
        page.Table(evidence.Columns.Select((header, column) => Mark(evidence, column) + (fits ? header : Broken(header, cells[column]))), rows);
    }

    /// <summary>Whether a column holds a text; the others hold numbers alone.</summary>
    public static bool HasTexts(Evidence evidence, int column) => evidence.Rows.Any(row => row[column].Text is not null);

    /// <summary>The header on as many lines as keep it within a width, whole words each.</summary>
    public static string Broken(string header, int width)
    {
        List<string> lines = [];
        foreach (string word in header.Split(' '))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= width)
            {
                lines[^1] += $" {word}";
            }
            else
            {
                lines.Add(word);
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>The number with four significant digits; whole numbers in full.</summary>
    private static string Text(Cell cell) => cell.Text ?? Digits.Significant(cell.Number, 4);

    private static string Mark(Evidence evidence, int column) => HasTexts(evidence, column) ? "<" : "";
}
