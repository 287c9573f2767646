using FiniteNCheck.Exact;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Stationary;

/// <summary>Slow modes as comma-separated values, one mode per row.</summary>
public static class GapCsv
{
    /// <summary>
    /// Columns <c>model, n, mode, real, imaginary, residual, unit, assumption1, condition, error</c>; eigenvalues, residuals and errors are
    /// inverse times.
    /// </summary>
    /// <param name="report">The result.</param>
    public static string Render(GapReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        string holds = report.Model.SatisfiesAssumption1 ? "holds" : "does not hold";
        CsvText csv = new("model", "n", "mode", "real", "imaginary", "residual", "unit", "assumption1", "condition", "error");
        foreach (GapResult result in report.Results)
        {
            for (int k = 0; k < result.Eigenvalues.Length; k++)
            {
                csv.Row(
                    report.Model.Name,
                    $"{result.N}",
                    $"{k + 1}",
                    Digits.Full(result.Eigenvalues[k].Real),
                    Digits.Full(result.Eigenvalues[k].Imaginary),
                    Digits.Full(result.Residuals[k]),
                    "1/time",
                    holds,
                    Digits.Full(result.Conditions[k]),
                    Digits.Full(result.Errors[k]));
            }
        }

        return csv.ToString();
    }
}
