using System.Collections.Immutable;
using System.Xml.Linq;
using FiniteNCheck.Reporting.Html;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Studies;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Sweeps;

/// <summary>The section of a report on a sweep as a whole.</summary>
internal static class SweepSection
{
    /// <summary>The axes of the sweep, its maps or curves, the cells, and the reasons for unexpected verdicts.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="figures">Maps of verdicts and quantities, or curves of quantities, if there are any.</param>
    public static XElement Render(StudyGroup sweep, ImmutableArray<ReportFigure> figures)
    {
        StudyFinding first = sweep.Studies[0].Study;
        return HtmlElement.Of(
            "section",
            HtmlElement.Of("h2", $"Sweep {sweep.Name}"),
            HtmlElement.Of(
                "p",
                $"Model {first.Model} at N = {string.Join(", ", first.Spins)} spins in every cell. {SweepText.Count(sweep)}"),
            SweepText.Missing(sweep).Select(note => HtmlElement.Of("p", HtmlElement.Of("strong", "Note. "), note)),
            figures.Select(FigureHtml.Figure),
            HtmlElement.Of(
                "details",
                HtmlElement.Of("summary", $"What was solved, with the numbers of the first cell ({first.Cell})"),
                SetupSection.Render(first)),
            SetupSection.Files(first),
            HtmlElement.Table(
                "cells",
                SweepText.Columns(sweep),
                SweepText.Rows(sweep).Select(row => (IReadOnlyList<object>)[.. row.Select(Cell)])),
            SweepText
                .Remarks(sweep)
                .Select(each =>
                    HtmlElement.Of(
                        "p",
                        HtmlElement.Of("strong", $"{each.Prediction.Prediction} at {each.Place}. "),
                        MathText.Parse(each.Prediction.Reason))));
    }

    // A verdict, perhaps with the mark of one that was not expected.
    private static object Cell(string text) => text.Split(' ')[0] is "confirmed" or "refuted" or "inconclusive"
        ? HtmlElement.Of($"span.{text.Split(' ')[0]}", text)
        : text;
}
