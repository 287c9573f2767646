using System.Collections.Immutable;
using System.Text;
using FiniteNCheck.Reporting.Latex;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Studies;
using FiniteNCheck.Reporting.Sweeps;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Verify;

/// <summary>A verification as LaTeX tables for the appendix of a paper; it says at its top how it is compiled.</summary>
public static class VerifyLatex
{
    /// <summary>Per study the verdicts, then per prediction the reason and all its elements, in the order of the model.</summary>
    /// <param name="report">The findings.</param>
    public static string Render(VerifyReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        StringBuilder body = new();
        ImmutableArray<StudyGroup> groups = StudyGroup.Split(report.Studies);
        foreach (StudyGroup group in groups)
        {
            string name = groups.Length > 1 ? $"{group.Name}. " : "";
            string sentences = $"{name}{string.Join(' ', SweepText.Headlines(group).Select(each => $"{each}"))}";
            body.Append(LatexPage.Paragraph($@"\textbf{{{LatexText.Escape(sentences)}}}"));
        }

        foreach (StudyGroup group in groups)
        {
            if (group.IsSweep)
            {
                AddSweep(body, group);
            }
            else
            {
                AddStudy(body, group.Studies[0].Study);
            }
        }

        body.Append(LatexPage.Paragraph(LatexText.Escape(VerifyText.Legend)))
            .Append(LatexPage.Paragraph(LatexText.Escape(VerifyText.Closing(report))));
        return LatexPage.Render("verify", ProvenanceText.Comments(report.Provenance), body.ToString());
    }

    private static void AddSweep(StringBuilder body, StudyGroup sweep)
    {
        StudyFinding first = sweep.Studies[0].Study;
        body.Append($"\n\\subsection*{{Sweep {LatexText.Escape(sweep.Name)}}}\n");
        body.Append(
            LatexPage.Paragraph(
                $"Model {LatexText.Escape(first.Model)}, $N$ = {string.Join(", ", first.Spins)} in "
                    + $"every cell. {LatexText.Escape(SweepText.Count(sweep))}"));
        foreach (string note in SweepText.Missing(sweep))
        {
            body.Append(LatexPage.Paragraph($@"\textbf{{Note}}: {LatexText.Escape(note)}"));
        }

        body.Append(LatexTable.Render(SweepText.Columns(sweep), SweepText.Rows(sweep)));
        foreach ((string place, PredictionFinding prediction) in SweepText.Remarks(sweep))
        {
            body.Append(
                LatexPage.Paragraph(
                    $@"\textbf{{{LatexText.Escape($"{prediction.Prediction} at {place}")}}}: {LatexText.Escape(prediction.Reason)}"));
        }
    }

    private static void AddStudy(StringBuilder body, StudyFinding study)
    {
        body.Append($"\n\\subsection*{{Study {LatexText.Escape(study.Study)}}}\n");
        foreach (string formula in SetupText.Formulas(study))
        {
            body.Append(LatexPage.Paragraph($@"$\displaystyle {LatexText.Mathematics(formula)}$"));
        }

        IEnumerable<string> entries = SetupText.Entries(study).Select(entry => $"{entry.Name}: {entry.Value}");
        body.Append(LatexPage.Paragraph(LatexText.Escape($"{string.Join("; ", entries)}.")));
        foreach (string note in study.Notes)
        {
            body.Append(LatexPage.Paragraph($@"\textbf{{Note}}: {LatexText.Escape(note)}"));
        }

        body.Append(LatexTable.Render(StudyText.SummaryColumns, study.Predictions.Select(StudyText.SummaryRow)));
        if (!study.Quantities.IsEmpty)
        {
            body.Append(LatexTable.Render(
                StudyText.QuantityColumns, study.Quantities.Select(quantity => StudyText.QuantityRow(quantity, "±"))));
        }

        foreach (PredictionFinding prediction in study.Predictions)
        {
            body.Append($"\n\\subsubsection*{{{LatexText.Escape($"{study.Study}: {prediction.Prediction}")}}}\n");
            string verdict = $@"\textbf{{{Digits.Lower(prediction.Verdict)}}}";
            string unexpected = ExpectationText.Remark(prediction.Verdict, prediction.Expected);
            body.Append(LatexPage.Paragraph($"{verdict}{unexpected}: {LatexText.Escape(prediction.Reason)}"));
            if (prediction.Statement is not null)
            {
                body.Append(LatexPage.Paragraph(LatexText.Escape(StudyText.Statement(prediction))));
            }

            body.Append(LatexTable.Render(StudyText.ElementColumns, prediction.Elements.Select(StudyText.ElementRow)));
        }
    }
}
