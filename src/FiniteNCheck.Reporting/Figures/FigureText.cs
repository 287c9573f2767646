using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Figures;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Figures;

/// <summary>The summary of figures as a page of text.</summary>
public static class FigureText
{
    /// <summary>The page.</summary>
    /// <param name="report">The figures.</param>
    /// <param name="provenance">Where they come from.</param>
    /// <param name="style">How the page may look.</param>
    public static string Render(FigureReport report, Provenance provenance, TextStyle style)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(provenance);
        using TextPage page = new(style);
        foreach (FigureSummary summary in report.Summaries)
        {
            foreach (string line in summary.Lines)
            {
                page.Line(line);
            }

            page.Table(summary.Columns, summary.Rows.Select(row => row.Select(Text).ToArray()));
            page.Line();
        }

        page.Line(ProvenanceText.Describe(provenance));
        return page.ToString();
    }

    private static string Text(Cell cell) => cell.Text ?? Digits.Cell(cell.Number);
}
