using System.Collections.Immutable;
using FiniteNCheck.Exact;
using FiniteNCheck.Reporting.Moments;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Stationary;

/// <summary>Stationary states as comma-separated values, one number per row.</summary>
public static class SteadyCsv
{
    /// <summary>
    /// Columns <c>model, n, quantity, observable, observable2, value, unit, assumption1</c>. Quantities are <c>mean</c>,
    /// <c>covariance</c> (every pair), <c>quantity</c>, <c>residual</c>, <c>stationaryStates</c>, <c>trace</c>,
    /// <c>smallestEigenvalue</c> and <c>applications</c>, and with proven errors <c>meanError</c> and
    /// <c>covarianceError</c>. All are dimensionless (unit 1) but the residual, an inverse time.
    /// </summary>
    /// <param name="report">The result.</param>
    public static string Render(SteadyReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        ImmutableArray<string> names = report.Model.ObservableNames;
        string holds = report.Model.SatisfiesAssumption1 ? "holds" : "does not hold";
        CsvText csv = new("model", "n", "quantity", "observable", "observable2", "value", "unit", "assumption1");
        foreach (SteadyResult result in report.Results)
        {
            foreach ((string quantity, string a, string b, double value) in MomentRows.List(names, result.State.Moments, 0)
                .Concat(report.Quantities.Select(each => ("quantity", each.Name, "", report.ValueOf(each, result))))
                .Concat(Numbers(result)))
            {
                string unit = quantity is "residual" ? "1/time" : "1";
                csv.Row(report.Model.Name, $"{result.N}", quantity, a, b, Digits.Full(value), unit, holds);
            }
        }

        return csv.ToString();
    }

    private static (string Quantity, string A, string B, double Value)[] Proven(SteadyResult result) => result.Proven is { } proven
        ? [("meanError", "", "", proven.Mean), ("covarianceError", "", "", proven.Covariance)]
        : [];

    private static (string Quantity, string A, string B, double Value)[] Numbers(SteadyResult result) =>
    [
        ("residual", "", "", result.Residual),
        ("stationaryStates", "", "", result.StationaryStates),
        .. Proven(result),
        ("trace", "", "", result.Trace),
        ("smallestEigenvalue", "", "", result.SmallestEigenvalue),
        ("applications", "", "", result.Applications),
    ];
}
