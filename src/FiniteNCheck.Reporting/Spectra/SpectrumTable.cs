using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Moments;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Spectra;

/// <summary>A spectrum as a table for people: the diagonal elements, at finite N and in the limit.</summary>
public static class SpectrumTable
{
    /// <summary>The table.</summary>
    /// <param name="report">The result.</param>
    /// <param name="style">Colour and width.</param>
    public static string Render(SpectrumReport report, TextStyle style)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(style);
        ImmutableArray<string> names = report.Model.ObservableNames;
        using TextPage page = new(style);
        page.Line(
            $"Spectrum of {report.Model.Name} at n = {report.N}: {MomentTables.SpinsOf(report.Model, report.Model.SpinsAt(report.N))}");
        page.Line(
            $"S_aa(w) = 2 Re of the integral of e^(iwt) <F_a(t) F_a(0)> from t = 0 to {Numeral.Of(report.Grid.Until, 4)}, "
                + $"{(report.IsStationary ? "in the stationary state" : "from the start")}; "
                + $"limit with the {report.Drift.Name} drift");
        page.Notes(report.Notes);
        page.Line();
        page.Table(
            ["w", .. names.SelectMany(name => new[] { name, "limit" })],
            report.Grid.Frequencies.Select((frequency, w) => (string[])
            [
                Numeral.Of(frequency, 4),
                .. names.SelectMany((_, a) => new[]
                {
                    Digits.Cell(report.Exact[w][a, a].Real), Digits.Cell(report.Limit[w][a, a].Real),
                }),
            ]));
        page.Line(
            $"Errors: evolution at most {Numeral.Error(report.Error)}, integral over time about {Numeral.Error(report.QuadratureError)}. "
                + "All elements: --format json.");
        page.Line();
        page.Line(ProvenanceText.Source(report.Provenance));
        return page.ToString();
    }
}
