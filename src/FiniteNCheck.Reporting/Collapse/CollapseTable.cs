using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification.Collapse;

namespace FiniteNCheck.Reporting.Collapse;

/// <summary>A data collapse as a table for people.</summary>
public static class CollapseTable
{
    /// <summary>The law, and for every size the exponents from the size before and the distance from the curve of the largest.</summary>
    /// <param name="report">The collapse.</param>
    /// <param name="style">Colour and width.</param>
    public static string Render(CollapseReport report, TextStyle style)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(style);
        DataCollapse collapse = report.Collapse;
        using TextPage page = new(style);
        page.Line(report.Law);
        page.Line();
        page.Table(
            ["N", "a from the size before", "a + b from the size before", "distance from the largest size"],
            collapse.Curves.Select((curve, i) => new[]
            {
                $"{curve.Spins}",
                i == 0 ? Numeral.None : Numeral.Of(collapse.Height.Local[i - 1].Exponent, 4),
                i == 0 ? Numeral.None : Numeral.Of(collapse.Slope.Local[i - 1].Exponent, 4),
                double.IsNaN(curve.Spread) ? Numeral.None : Numeral.Error(curve.Spread),
            }));
        page.Line();
        page.Line("Distance: the largest one between the scaled curves, over the whole change of that of the largest size.");
        page.Line(ProvenanceText.Source(report.Provenance));
        return page.ToString();
    }
}
