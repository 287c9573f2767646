using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification.Reference;

namespace FiniteNCheck.Reporting.Reference;

/// <summary>A check of reference data as comma-separated values.</summary>
public static class ReferenceCheckCsv
{
    /// <summary>
    /// Columns <c>set, kind, status, item, row, column, expected, obtained, difference, allowance, note</c>. Items
    /// are <c>worst</c> (one per set that was compared, also where all agree), <c>difference</c> (one per number that
    /// disagrees, worst first), <c>problem</c> and <c>note</c>.
    /// </summary>
    /// <param name="report">The findings.</param>
    public static string Render(ReferenceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        CsvText csv = new("set", "kind", "status", "item", "row", "column", "expected", "obtained", "difference", "allowance", "note");
        foreach (ReferenceFinding finding in report.Findings)
        {
            void Add(string item, ReferenceDifference? number, string note) => csv.Row(
                finding.Set.Name,
                Digits.Lower(finding.Set.Kind),
                finding.Status,
                item,
                number?.Row ?? "",
                number?.Column ?? "",
                number is null ? "" : Digits.Full(number.Expected),
                number is null ? "" : Digits.Full(number.Obtained),
                number is null ? "" : Digits.Full(number.Difference),
                number is null ? "" : Digits.Full(number.Allowance),
                note);

            Add("worst", finding.Comparison?.Worst, finding.Note);
            foreach (string problem in finding.Comparison?.Problems ?? [])
            {
                Add("problem", null, problem);
            }

            foreach (ReferenceDifference difference in finding.Comparison?.Differences ?? [])
            {
                Add("difference", difference, "");
            }
        }

        return csv.ToString();
    }
}
