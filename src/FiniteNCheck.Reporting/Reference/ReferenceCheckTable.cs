using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification.Reference;

namespace FiniteNCheck.Reporting.Reference;

/// <summary>A check of reference data as tables for people: a line per set, then the numbers that disagree.</summary>
public static class ReferenceCheckTable
{
    private const int Shown = 12;

    /// <summary>For each set the worst number in units of its allowance; for each set that differs the differences, worst first.</summary>
    /// <param name="report">The findings.</param>
    /// <param name="style">Colour and width.</param>
    public static string Render(ReferenceReport report, TextStyle style)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(style);
        using TextPage page = new(style);
        page.Table(["<!set", "<kind", "numbers", "<status", "worst/allowed", "<worst number"], report.Findings.Select(Row));
        page.Line();
        foreach (ReferenceFinding finding in report.Findings)
        {
            Write(page, finding);
        }

        page.Line(
            report.AllAgree
                ? "No set differs from its stored numbers."
                : "At least one set differs. To accept fresh numbers: finitencheck reference accept SET.");
        page.Line(ProvenanceText.Source(report.Provenance));
        return page.ToString();
    }

    private static string[] Row(ReferenceFinding finding)
    {
        ReferenceDifference? worst = finding.Comparison?.Worst;
        return
        [
            finding.Set.Name,
            Digits.Lower(finding.Set.Kind),
            $"{finding.Comparison?.Compared ?? 0}",
            finding.Status,
            worst is null ? "-" : Numeral.Error(worst.Ratio),
            worst is null or { Ratio: 0 } ? "-" : $"{worst.Column} at {worst.Row}",
        ];
    }

    private static void Write(TextPage page, ReferenceFinding finding)
    {
        if (finding.Comparison is { Agrees: false } comparison)
        {
            page.Line($"{finding.Set.Name}: {comparison.Differences.Length} of {comparison.Compared} numbers differ.");
            foreach (string problem in comparison.Problems)
            {
                page.Line(problem);
            }

            if (!comparison.Differences.IsEmpty)
            {
                page.Table(
                    ["<!row", "<!column", "expected", "obtained", "difference", "allowance"],
                    comparison.Differences.Take(Shown).Select(Row));
            }

            if (comparison.Differences.Length > Shown)
            {
                page.Line($"... and {comparison.Differences.Length - Shown} more, none farther off; --format csv or json has all.");
            }

            page.Line();
        }

        if (finding.Note.Length > 0)
        {
            page.Line($"{finding.Set.Name}: {finding.Note}");
        }
    }

    private static string[] Row(ReferenceDifference difference) =>
    [
        difference.Row,
        difference.Column,
        Digits.Full(difference.Expected),
        Digits.Full(difference.Obtained),
        Numeral.Error(difference.Difference),
        Numeral.Error(difference.Allowance),
    ];
}
