using FiniteNCheck.Claims;
using FiniteNCheck.Model;

namespace FiniteNCheck.Reporting.Claims;

/// <summary>What pages show of a table of evidence: its first rows with few digits. The command shows all.</summary>
internal static class EvidenceExcerpt
{
    /// <summary>Rows that a page shows.</summary>
    private const int Shown = 12;

    /// <summary>Significant digits: few, so that the page is the same on every machine.</summary>
    private const int SignificantDigits = 3;

    /// <summary>Below it numbers are rounding errors, and one digit says enough.</summary>
    private const double RoundingSize = 1e-9;

    /// <summary>The heads of the table; those of texts begin with <c>&lt;</c>.</summary>
    /// <param name="evidence">The table.</param>
    public static string[] Columns(Evidence evidence) =>
        [.. evidence.Columns.Select((column, index) => EvidenceText.HasTexts(evidence, index) ? $"<{column}" : column)];

    /// <summary>The rows that are shown.</summary>
    /// <param name="evidence">The table.</param>
    public static IEnumerable<string[]> Rows(Evidence evidence) => evidence.Rows.Take(Shown).Select(row => row.Select(Text).ToArray());

    /// <summary>Says how many rows are not shown; <see langword="null"/> where all are.</summary>
    /// <param name="evidence">The table.</param>
    public static string? Rest(Evidence evidence) =>
        evidence.Rows.Length > Shown ? $"... and {evidence.Rows.Length - Shown} more rows." : null;

    private static string Text(Cell cell) =>
        cell.Text ?? Numeral.Of(cell.Number, Math.Abs(cell.Number) < RoundingSize ? 1 : SignificantDigits);
}
