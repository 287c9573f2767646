using Spectre.Console;

namespace FiniteNCheck.Reporting.Text;

/// <summary>The columns of a table: their content, and their widths on a page of a given width.</summary>
internal sealed class TableColumns
{
    private const string TextMark = "<";
    private const string WholeMark = "<!";

    // A border on the left, and behind every column a blank and a border.
    private const int Margin = 1;
    private const int ColumnMargin = 2;

    private readonly bool[] wrapped;
    private readonly int[] natural;
    private readonly int[] least;

    /// <summary>Measures a table.</summary>
    /// <param name="headers">The headers with their marks, see <see cref="TextPage.Table"/>.</param>
    /// <param name="rows">The cells.</param>
    public TableColumns(IReadOnlyList<string> headers, IReadOnlyList<string[]> rows)
    {
        Headers = [.. headers.Select(header => header.TrimStart('<', '!'))];
        IsText = [.. headers.Select(header => header.StartsWith(TextMark, StringComparison.Ordinal))];
        wrapped =
        [
            .. headers.Select(header =>
                header.StartsWith(TextMark, StringComparison.Ordinal)
                && !header.StartsWith(WholeMark, StringComparison.Ordinal)),
        ];
        string[][] cells = [.. Headers.Select((header, column) => (string[])[header, .. rows.Select(row => row[column])])];
        natural = [.. cells.Select(column => Widest(column, '\n'))];
        least = [.. cells.Select((column, i) => wrapped[i] ? Widest(column, '\n', ' ') : natural[i])];
    }

    /// <summary>The headers without their marks.</summary>
    public string[] Headers { get; }

    /// <summary>Whether a column holds text, which is left-aligned; numbers are right-aligned.</summary>
    public bool[] IsText { get; }

    /// <summary>
    /// The width of each column, or <see langword="null"/> where the page is too narrow for a table that breaks no
    /// word and no number.
    /// </summary>
    /// <param name="width">The width of the page.</param>
    public int[]? Fit(int width)
    {
        int room = width - Margin - (ColumnMargin * natural.Length);
        if (least.Sum() > room)
        {
            return null;
        }

        // The widest texts are broken first, so that short ones stay on one line.
        int[] widths = [.. natural];
        while (widths.Sum() > room)
        {
            int widest = Enumerable.Range(0, widths.Length).Where(column => widths[column] > least[column]).MaxBy(column => widths[column]);
            widths[widest]--;
        }

        return widths;
    }

    private static int Widest(string[] column, params char[] breaks) =>
        column.SelectMany(cell => cell.Split(breaks)).Max(part => part.GetCellWidth());
}
