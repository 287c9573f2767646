using FiniteNCheck.Claims;
using FiniteNCheck.Model;

namespace FiniteNCheck.Reporting.Claims;

/// <summary>An excerpt of a table of evidence for pages: the first rows, with few digits. The command line shows all.</summary>
internal static class EvidenceExcerpt
{
    /// <summary>The number of rows on a page.</summary>
    private const int Shown = 12;

    /// <summary>Significant digits: few, so that the page is the same on every machine.</summary>
    private const int SignificantDigits = 3;

    /// <summary>Smaller numbers are rounding errors: one digit is enough.</summary>
    private const double RoundingSize = 1e-9;

    /// <summary>The heads of the table; those of texts begin with <c>&lt;</c>.</summary>
    /// <param name="evidence">The table.</param>
    public static string[] Columns(Evidence evidence) =>
        [.. evidence.Columns.Select((column, index) => EvidenceText.HasTexts(evidence, index) ? $"<{column}" : column)];

    /// <summary>The rows that are shown.</summary>
    /// <param name="evidence">The table.</param>
    public static IEnumerable<string[]> Rows(Evidence evidence) => evidence.Rows.Take(Shown).Select(row => row.Select(Text).ToArray());

    /// <summary>How many rows are not shown, in words; <see langword="null"/> if all are.</summary>
    /// <param name="evidence">The table.</param>
    public static string? Rest(Evidence evidence) =>
        evidence.Rows.Length > Shown ? $"... and {evidence.Rows.Length - Shown} more rows." : null;

    private static string Text(Cell cell) =>
        cell.Text ?? Numeral.Of(cell.Number, Math.Abs(cell.Number) < RoundingSize ? 1 : SignificantDigits);
}
