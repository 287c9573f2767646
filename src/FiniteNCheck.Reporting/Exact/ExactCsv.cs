using System.Collections.Immutable;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Moments;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Exact;

/// <summary>An exact run as comma-separated values, one number per row.</summary>
public static class ExactCsv
{
    /// <summary>
    /// Columns <c>model, n, time, quantity, observable, observable2, value, unit, assumption1</c>. Quantities are
    /// <c>mean</c>, <c>covariance</c> (every pair), <c>quantity</c> and <c>quantityError</c> of quantities that were asked for,
    /// two-time functions and Weyl operators likewise, and the checks. All are dimensionless (unit 1); times are in the
    /// unit of the model file's inverse rates.
    /// </summary>
    /// <param name="report">The result.</param>
    public static string Render(ExactReport report) => Render([report]);

    /// <summary>The rows of several sizes one after the other, under one header.</summary>
    /// <param name="reports">The results, one per size.</param>
    public static string Render(IReadOnlyList<ExactReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        CsvText csv = new("model", "n", "time", "quantity", "observable", "observable2", "value", "unit", "assumption1");
        foreach (ExactReport report in reports)
        {
            Write(csv, report);
        }

        return csv.ToString();
    }

    private static void Write(CsvText csv, ExactReport report)
    {
        ExactResult result = report.Result;
        MomentSeries moments = report.Moments;
        ImmutableArray<string> names = report.Observables.Names;
        string holds = report.Model.SatisfiesAssumption1 ? "holds" : "does not hold";
        for (int time = 0; time < result.Moments.Times.Length; time++)
        {
            string when = Digits.Full(result.Moments.Times[time]);
            foreach (
                (string quantity, string a, string b, double value) in MomentRows
                    .List(names, moments, time)
                    .Concat(Quantities(report, time))
                    .Concat(CorrelationOutput.Rows(names, report.TwoTime, report.Weyl, time))
                    .Concat(Checks(result, time)))
            {
                csv.Row(report.Model.Name, $"{result.N}", when, quantity, a, b, Digits.Full(value), "1", holds);
            }
        }
    }

    private static IEnumerable<(string Quantity, string A, string B, double Value)> Quantities(ExactReport report, int time) =>
        report.Quantities.SelectMany(quantity => new (string, string, string, double)[]
        {
            ("quantity", quantity.Name, "", report.ValuesOf(quantity)[time].Value),
            ("quantityError", quantity.Name, "", report.ValuesOf(quantity)[time].Error),
        });

    private static (string Quantity, string A, string B, double Value)[] Checks(ExactResult result, int time) =>
    [
        ("trace", "", "", result.Checks[time].Trace),
        ("hermiticity", "", "", result.Checks[time].Hermiticity),
        ("smallestEigenvalue", "", "", result.Checks[time].SmallestEigenvalue),
        ("integrationError", "", "", result.Checks[time].IntegrationError),
        ("windowError", "", "", result.Checks[time].WindowError ?? 0),
        ("roundingError", "", "", result.Checks[time].RoundingError),
        ("meanError", "", "", result.MeanError(time)),
        ("covarianceError", "", "", result.CovarianceError(time)),
    ];
}
