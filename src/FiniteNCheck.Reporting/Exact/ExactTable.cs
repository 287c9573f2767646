using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Moments;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification.Quantities;

namespace FiniteNCheck.Reporting.Exact;

/// <summary>An exact run as tables for people.</summary>
public static class ExactTable
{
    /// <summary>Means, covariances and checks, time by time.</summary>
    /// <param name="report">The result.</param>
    /// <param name="style">Colour and width.</param>
    public static string Render(ExactReport report, TextStyle style)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(style);
        ExactResult result = report.Result;
        using TextPage page = new(style);
        page.Line(
            $"Exact moments of {report.Model.Name} at n = {result.N}: {MomentTables.SpinsOf(report.Model, result.Spins)}");
        page.Line(
            $"Method: {result.Method}; {result.Steps} steps, {result.StateSize} real "
                + $"numbers, tolerance {Numeral.Of(report.Tolerance, 4)}");
        page.Notes(report.Notes);
        page.Line();
        MomentTables.Write(page, report.Observables.Names, report.Moments);
        if (!report.Quantities.IsEmpty)
        {
            page.Table(["<quantity", "t", "value", "+-", "<formula"], report.Quantities.SelectMany(quantity => Rows(report, quantity)));
            page.Line();
        }

        CorrelationOutput.Write(page, report.Observables.Names, report.TwoTime, report.Weyl);
        string shown = MomentTables.IsTrace(result.Moments.Times) ? " at the last time, whose errors bound all" : "";
        page.Line($"Checks{shown}: trace 1; hermiticity 0; eigenvalues not below 0; errors are bounds");
        page.Table(
            ["t", "trace - 1", "hermiticity", "smallest eigenvalue", "error (trace norm)", "error of covariance"],
            ShownChecks(result).Select(time => Row(result, result.Checks[time], time)));
        if (result.Checks[^1].WindowError is { } window)
        {
            page.Line($"At the end {Numeral.Error(window)} of the error is what the window leaves out; the rest is integration.");
        }

        page.Line();
        page.Line(ProvenanceText.Source(report.Provenance));
        return page.ToString();
    }

    // Errors grow along a run: the last ones bound all. A check that fails anywhere is a note.
    private static IEnumerable<int> ShownChecks(ExactResult result) => Enumerable
        .Range(0, result.Checks.Length)
        .Where(time => !MomentTables.IsTrace(result.Moments.Times) || time == result.Checks.Length - 1);

    private static IEnumerable<string[]> Rows(ExactReport report, Quantity quantity) =>
        report.ValuesOf(quantity).Select((value, time) => new[]
        {
            quantity.Name,
            Numeral.Of(report.Result.Moments.Times[time], 4),
            Digits.Cell(value.Value),
            Numeral.Error(value.Error),
            quantity.Formula.Text,
        });

    private static string[] Row(ExactResult result, ExactChecks checks, int time) =>
    [
        Numeral.Of(result.Moments.Times[time], 4),
        Numeral.Error(checks.Trace - 1),
        Numeral.Error(checks.Hermiticity),
        Numeral.Error(checks.SmallestEigenvalue),
        Numeral.Error(checks.Error),
        Numeral.Error(result.CovarianceError(time)),
    ];
}
