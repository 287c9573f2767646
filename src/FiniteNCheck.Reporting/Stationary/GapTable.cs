using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Moments;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Stationary;

/// <summary>Slow modes as tables for people.</summary>
public static class GapTable
{
    /// <summary>Decay rates and frequencies with their errors, size by size.</summary>
    /// <param name="report">The result.</param>
    /// <param name="style">Colour and width.</param>
    public static string Render(GapReport report, TextStyle style)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(style);
        using TextPage page = new(style);
        foreach (GapResult result in report.Results)
        {
            page.Line($"Slowest modes of {report.Model.Name} at n = {result.N}: {MomentTables.SpinsOf(report.Model, result.Spins)}");
            page.Line($"Method: {result.Method}; {result.Applications} applications of the generator, {result.StateSize} real numbers");
            page.Notes(report.NotesOn(result));
            page.Line();
            page.Table(
                ["mode", "decay rate", "frequency", "error", "residual", "condition"],
                result.Eigenvalues.Select((value, k) => new[]
                {
                    $"{k + 1}", Numeral.Of(-value.Real, 8), Numeral.Of(value.Imaginary, 8), Numeral.Error(result.Errors[k]),
                    Numeral.Error(result.Residuals[k]), Numeral.Of(result.Conditions[k], 2),
                }));
            page.Line();
        }

        page.Line(ProvenanceText.Source(report.Provenance));
        return page.ToString();
    }
}
