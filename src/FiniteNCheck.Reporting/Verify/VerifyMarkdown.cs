using System.Collections.Immutable;
using System.Text;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Studies;
using FiniteNCheck.Reporting.Sweeps;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Verify;

/// <summary>A verification as a Markdown page: every element with its limit, in the order of the model.</summary>
public static class VerifyMarkdown
{
    /// <summary>Per study the verdicts, then per prediction the reason and all its elements.</summary>
    /// <param name="report">The findings.</param>
    public static string Render(VerifyReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        StringBuilder page = new("# Exact finite N against theory\n\n");
        ImmutableArray<StudyGroup> groups = StudyGroup.Split(report.Studies);
        foreach (StudyGroup group in groups)
        {
            string name = groups.Length > 1 ? $"{group.Name}. " : "";
            string sentences = string.Join(' ', SweepText.Headlines(group).Select(each => $"{each}"));
            page.Append($"**{MarkdownText.Escape($"{name}{sentences}")}**\n\n");
        }

        page.Append(
            $"Made by `{ReproduceCommand.Write(report.Provenance)}`: "
                + $"{MarkdownText.Escape(ProvenanceText.Source(report.Provenance))}.\n");
        foreach (StudyGroup group in groups)
        {
            if (group.IsSweep)
            {
                AddSweep(page, group);
            }
            else
            {
                AddStudy(page, group.Studies[0].Study);
            }
        }

        page.Append($"\n{MarkdownText.Escape(VerifyText.Legend)}\n\n{VerifyText.Closing(report)}\n");
        return page.ToString();
    }

    private static void AddSweep(StringBuilder page, StudyGroup sweep)
    {
        StudyFinding first = sweep.Studies[0].Study;
        page.Append($"\n## Sweep {MarkdownText.Escape(sweep.Name)}\n\n");
        page.Append(
            $"Model {MarkdownText.Escape(first.Model)}, N = "
                + $"{string.Join(", ", first.Spins)} in every cell. {SweepText.Count(sweep)}\n\n");
        foreach (string note in SweepText.Missing(sweep))
        {
            page.Append($"**Note**: {MarkdownText.Escape(note)}\n\n");
        }

        page.Append(MarkdownText.Table(SweepText.Columns(sweep), SweepText.Rows(sweep)));
        foreach ((string place, PredictionFinding prediction) in SweepText.Remarks(sweep))
        {
            page.Append($"\n**{MarkdownText.Escape($"{prediction.Prediction} at {place}")}**: {MarkdownText.Escape(prediction.Reason)}\n");
        }
    }

    private static void AddStudy(StringBuilder page, StudyFinding study)
    {
        page.Append($"\n## Study {MarkdownText.Escape(study.Study)}\n\n");
        foreach (string formula in SetupText.Formulas(study))
        {
            page.Append($"$$ {formula} $$\n\n");
        }

        foreach ((string name, string value) in SetupText.Entries(study))
        {
            page.Append($"- {name}: {MarkdownText.Escape(value)}\n");
        }

        page.Append('\n');
        foreach (string note in study.Notes)
        {
            page.Append($"**Note**: {MarkdownText.Escape(note)}\n\n");
        }

        page.Append(MarkdownText.Table(StudyText.SummaryColumns, study.Predictions.Select(StudyText.SummaryRow)));
        if (!study.Quantities.IsEmpty)
        {
            page.Append('\n');
            page.Append(MarkdownText.Table(
                StudyText.QuantityColumns, study.Quantities.Select(quantity => StudyText.QuantityRow(quantity, "±"))));
        }

        foreach (PredictionFinding prediction in study.Predictions)
        {
            page.Append($"\n### {MarkdownText.Escape($"{study.Study}: {prediction.Prediction}")}\n\n");
            page.Append(
                $"**{Digits.Lower(prediction.Verdict)}**{ExpectationText.Remark(prediction.Verdict, prediction.Expected)}: "
                    + $"{MarkdownText.Escape(prediction.Reason)}\n\n");
            page.Append(prediction.Statement is null ? "" : $"{MarkdownText.Escape(StudyText.Statement(prediction))}\n\n");
            page.Append(MarkdownText.Table(StudyText.ElementColumns, prediction.Elements.Select(StudyText.ElementRow)));
        }
    }
}
