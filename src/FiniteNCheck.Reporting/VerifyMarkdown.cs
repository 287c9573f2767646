using System.Text;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting;

/// <summary>A verification as a Markdown page: every element with its limit, in the order of the model.</summary>
public static class VerifyMarkdown
{
    /// <summary>Per study the verdicts, then per prediction the reason and all its elements.</summary>
    /// <param name="report">What was found.</param>
    public static string Render(VerifyReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        StringBuilder page = new("# Exact finite N against theory\n\n");
        page.Append($"Made by `{ReproduceCommand.Of(report.Provenance)}`: {MarkdownText.Escape(MomentTables.SourceOf(report.Provenance))}.\n");
        foreach (StudyFinding study in report.Studies)
        {
            AddStudy(page, study);
        }

        page.Append($"\n{MarkdownText.Escape(VerifyText.Legend)}\n\n{VerifyText.Closing(report)}\n");
        return page.ToString();
    }

    private static void AddStudy(StringBuilder page, StudyFinding study)
    {
        page.Append($"\n## Study {MarkdownText.Escape(study.Study)}\n\n");
        page.Append($"Model {MarkdownText.Escape(study.Model)}, N = {string.Join(", ", study.Spins)}. Exact: {MarkdownText.Escape(study.Method)}.\n\n");
        foreach (string note in study.Notes)
        {
            page.Append($"**Note**: {MarkdownText.Escape(note)}\n\n");
        }

        page.Append(MarkdownText.Table(VerifyText.SummaryColumns, study.Predictions.Select(VerifyText.SummaryRow)));
        foreach (PredictionFinding prediction in study.Predictions)
        {
            page.Append($"\n### {MarkdownText.Escape($"{study.Study}: {prediction.Prediction}")}\n\n");
            page.Append($"**{Digits.Lower(prediction.Verdict)}**{ExpectationText.Of(prediction.Verdict, prediction.Expected)}: {MarkdownText.Escape(prediction.Reason)}\n\n");
            page.Append(MarkdownText.Table(VerifyText.ElementColumns, prediction.Elements.Select(VerifyText.ElementRow)));
        }
    }
}
