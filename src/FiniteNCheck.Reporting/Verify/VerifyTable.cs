using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Studies;
using FiniteNCheck.Reporting.Sweeps;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;
using Spectre.Console;

namespace FiniteNCheck.Reporting.Verify;

/// <summary>A verification as tables for people: verdicts first, then the elements that matter.</summary>
public static class VerifyTable
{
    /// <summary>How many elements are shown per prediction: not confirmed, and confirmed.</summary>
    private const int Shown = 8;
    private const int ShownConfirmed = 3;

    /// <summary>Per study a summary of its predictions, the reasons, and the elements that matter, refuted ones first.</summary>
    /// <param name="report">The findings.</param>
    /// <param name="style">Colour and width.</param>
    public static string Render(VerifyReport report, TextStyle style)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(style);
        using TextPage page = new(style);
        foreach (StudyGroup group in StudyGroup.Split(report.Studies))
        {
            if (group.IsSweep)
            {
                WriteSweep(page, group);
            }
            else
            {
                WriteStudy(page, group.Studies[0].Study);
            }
        }

        page.Line(VerifyText.Legend);
        page.Line(VerifyText.Closing(report));
        page.Line(ProvenanceText.Source(report.Provenance));
        return page.ToString();
    }

    private static void WriteSweep(TextPage page, StudyGroup sweep)
    {
        StudyFinding first = sweep.Studies[0].Study;
        page.Line($"Sweep {sweep.Name}: model {first.Model}, N = {string.Join(", ", first.Spins)}");
        page.Line(SweepText.Count(sweep));
        page.Notes([.. SweepText.Missing(sweep)]);
        page.Line();
        page.Table(SweepText.Columns(sweep).Select(column => column.Replace("<", "<!", StringComparison.Ordinal)), SweepText.Rows(sweep));
        page.Line();
        foreach ((string place, PredictionFinding prediction) in SweepText.Remarks(sweep))
        {
            page.Markup($"[bold]{Markup.Escape($"{prediction.Prediction} at {place}")}[/]: {Markup.Escape(prediction.Reason)}");
            page.Line();
        }
    }

    private static void WriteStudy(TextPage page, StudyFinding study)
    {
        WriteSummary(page, study);
        WriteQuantities(page, study);
        foreach (PredictionFinding prediction in study.Predictions.OrderByDescending(prediction => WorstFirst.Rank(prediction.Verdict)))
        {
            WriteElements(page, prediction);
        }
    }

    private static void WriteSummary(TextPage page, StudyFinding study)
    {
        page.Line($"Study {study.Study}: model {study.Model}, N = {StudyText.Sizes(study)}");
        page.Line($"Exact: {study.Method}");
        page.Notes(study.Notes);
        page.Line();
        page.Table(StudyText.SummaryColumns, study.Predictions.Select(StudyText.SummaryRow));
        page.Line();
    }

    private static void WriteQuantities(TextPage page, StudyFinding study)
    {
        if (study.Quantities.IsEmpty)
        {
            return;
        }

        page.Table(
            StudyText.QuantityColumns.Select(column => column.Replace("→ ∞", "-> inf", StringComparison.Ordinal)),
            study.Quantities.Select(quantity => StudyText.QuantityRow(quantity, "+-")));
        page.Line();
    }

    private static void WriteElements(TextPage page, PredictionFinding prediction)
    {
        ElementFinding[] shown =
        [
            .. WorstFirst.Sort(prediction.Elements)
                .GroupBy(element => element.Verdict)
                .SelectMany(group => group.Take(group.Key == Verdict.Confirmed ? ShownConfirmed : Shown)),
        ];
        page.Markup($"[bold]{Markup.Escape(prediction.Prediction)}[/]: {Markup.Escape(prediction.Reason)}");
        if (prediction.Statement is not null)
        {
            page.Line(StudyText.Statement(prediction));
        }
        page.Table(["<element", "t", "predicted", "limit N -> inf", "+-", "order", "distance", "<verdict"], shown.Select(ElementRow));
        if (shown.Length < prediction.Elements.Length)
        {
            page.Line(
                $"... and {prediction.Elements.Length - shown.Length} more, "
                    + "none farther off with the same verdict; --format csv or json has all.");
        }

        page.Line();
    }

    private static string[] ElementRow(ElementFinding element) =>
    [
        element.Observable,
        Numeral.Time(element.Time),
        Digits.Cell(element.Prediction),
        Digits.Cell(element.Limit),
        Numeral.Error(element.LimitUncertainty),
        OrderText.Format(element, "+-"),
        DistanceText.Format(element),
        Digits.Lower(element.Verdict),
    ];
}
