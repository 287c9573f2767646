using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Figures;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Figures;

/// <summary>
/// The numbers of a figure as comma-separated values: they read back as the same bits, and what does not exist is an empty
/// field. Columns: docs/figures.md.
/// </summary>
internal static class FigureCsv
{
    /// <summary>Writes a table.</summary>
    /// <param name="table">The table.</param>
    public static string Render(FigureTable table)
    {
        CsvText csv = new([.. table.Columns]);
        foreach (ImmutableArray<Cell> row in table.Rows)
        {
            csv.Row([.. row.Select(cell => cell.Text ?? Digits.Shortest(cell.Number))]);
        }

        return csv.ToString();
    }
}
