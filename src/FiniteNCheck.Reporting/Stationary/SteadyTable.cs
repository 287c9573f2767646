using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Moments;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Stationary;

/// <summary>Stationary states as tables for people.</summary>
public static class SteadyTable
{
    /// <summary>Means, covariances and the certificate, size by size.</summary>
    /// <param name="report">The result.</param>
    /// <param name="style">Colour and width.</param>
    public static string Render(SteadyReport report, TextStyle style)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(style);
        using TextPage page = new(style);
        foreach (SteadyResult result in report.Results)
        {
            Write(page, report, result);
        }

        page.Line(ProvenanceText.Source(report.Provenance));
        return page.ToString();
    }

    private static void Write(TextPage page, SteadyReport report, SteadyResult result)
    {
        page.Line(
            $"Stationary state of {report.Model.Name} at n = {result.N}: {MomentTables.SpinsOf(report.Model, result.Spins)}");
        page.Line($"Method: {result.Method}; {result.Applications} applications of the generator, {result.StateSize} real numbers");
        page.Notes(report.NotesOn(result));
        page.Line();
        page.Line("Means (Pauli averages per block)");
        page.Table(
            ["<observable", "mean"],
            report.Model.ObservableNames.Select((name, a) => new[] { name, Digits.Cell(result.Mean[a]) }));
        page.Line();
        page.Line("Covariance (symmetrised, Pauli basis)");
        MomentTables.Matrix(page, report.Model.ObservableNames, result.Covariance);
        page.Line();
        if (!report.Quantities.IsEmpty)
        {
            page.Table(
                ["<quantity", "value", "<formula"],
                report.Quantities.Select(
                    quantity => new[] { quantity.Name, Digits.Cell(report.ValueOf(quantity, result)), quantity.Formula.Text }));
            page.Line();
        }

        if (!result.Classes.IsEmpty)
        {
            page.Line("States that the dynamics does not leave, and their probabilities in the initial state");
            page.Table(["<set", "probability"], result.Classes.Select(each => new[] { each.Name, Digits.Cell(each.Weight) }));
            page.Line();
        }

        page.Line(
            $"Certificate: the state moves by at most {Numeral.Error(result.Residual)} tau in trace norm within a time tau; trace - 1 is "
                + $"{Numeral.Error(result.Trace - 1)}, the smallest eigenvalue {Numeral.Error(result.SmallestEigenvalue)}.");
        if (result.Proven is { } proven)
        {
            page.Line(
                $"Proven: no mean is off by more than {Numeral.Error(proven.Mean)}, no covariance by more than "
                    + $"{Numeral.Error(proven.Covariance)}.");
        }

        page.Line();
    }
}
