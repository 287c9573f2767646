using FiniteNCheck.Claims;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Claims;

/// <summary>A table of evidence on a page of text.</summary>
internal static class EvidenceText
{
    /// <summary>The margins that Spectre adds to every column and to the table.</summary>
    private const int ColumnMargin = 2;
    private const int TableMargin = 1;

    /// <summary>
    /// The table, as wide as the page allows: headers are broken at blanks where they would not fit; where the
    /// numbers themselves would not, the columns come in several tables, each of which names the rows again.
    /// </summary>
    public static void Write(TextPage page, Evidence evidence)
    {
        string[][] rows = [.. evidence.Rows.Select(row => row.Select(Format).ToArray())];
        int[] cells =
        [
            .. evidence.Columns.Select((_, column) => rows.Select(row => row[column].Length).DefaultIfEmpty(0).Max()),
        ];
        bool fits =
            evidence.Columns.Zip(cells, (header, cell) => Math.Max(header.Length, cell) + ColumnMargin).Sum() + TableMargin
            <= page.Width;
        string[] headers = fits
            ? [.. evidence.Columns]
            : [.. evidence.Columns.Select((header, column) => string.Join('\n', WrappedText.Lines(header, cells[column])))];
        int[] widths =
        [
            .. headers.Zip(
                cells,
                (header, cell) => Math.Max(header.Split('\n').Max(line => line.Length), cell) + ColumnMargin),
        ];
        foreach (int[] columns in Parts(widths, Names(evidence), page.Width - TableMargin))
        {
            page.Table(
                columns.Select(column => Mark(evidence, column) + headers[column]),
                rows.Select(row => columns.Select(column => row[column]).ToArray()));
        }
    }

    /// <summary>How many leading columns identify a row: the first, and the time if it follows.</summary>
    private static int Names(Evidence evidence) => evidence.Columns.Length > 1 && evidence.Columns[1] is "t" ? 2 : 1;

    /// <summary>
    /// The columns of each table: those that name a row, then as many as fit; texts may be wrapped, so that the whole
    /// is one table where only they are wide.
    /// </summary>
    private static IEnumerable<int[]> Parts(int[] widths, int names, int width)
    {
        int[] named = [.. Enumerable.Range(0, names)];
        int room = width - Math.Min(widths.Take(names).Sum(), width / 2);
        for (int first = names; first < widths.Length;)
        {
            int used = widths[first];
            int next = first + 1;
            while (next < widths.Length && used + widths[next] <= room)
            {
                used += widths[next++];
            }

            yield return [.. named, .. Enumerable.Range(first, next - first)];
            first = next;
        }
    }

    /// <summary>A cell; a number with four significant digits, whole numbers in full.</summary>
    public static string Format(Cell cell) => cell.Text ?? Numeral.Of(cell.Number, 4);

    /// <summary>Whether a column holds text; other columns hold only numbers.</summary>
    public static bool HasTexts(Evidence evidence, int column) => evidence.Rows.Any(row => row[column].Text is not null);

    private static string Mark(Evidence evidence, int column) => HasTexts(evidence, column) ? "<" : "";
}
