using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification.Collapse;

namespace FiniteNCheck.Reporting.Collapse;

/// <summary>The scaled curves of a data collapse as comma-separated values.</summary>
public static class CollapseCsv
{
    /// <summary>Columns <c>spins, parameter, x, y</c>.</summary>
    /// <param name="report">The collapse.</param>
    public static string Render(CollapseReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        CsvText csv = new("spins", "parameter", "x", "y");
        foreach (CollapseCurve curve in report.Collapse.Curves)
        {
            foreach ((double parameter, double x, double y) in curve.Points)
            {
                csv.Row($"{curve.Spins}", Digits.Full(parameter), Digits.Full(x), Digits.Full(y));
            }
        }

        return csv.ToString();
    }
}
