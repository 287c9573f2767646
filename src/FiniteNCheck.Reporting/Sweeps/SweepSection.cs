using System.Collections.Immutable;
using System.Xml.Linq;
using FiniteNCheck.Reporting.Html;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Sweeps;

/// <summary>The section of a report on a sweep as a whole.</summary>
internal static class SweepSection
{
    /// <summary>The axes of the sweep, its maps, the cells, and the reasons for unexpected verdicts.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="maps">The maps of verdicts and of quantities, if there are any.</param>
    public static XElement Render(StudyGroup sweep, ImmutableArray<ReportFigure> maps)
    {
        StudyFinding first = sweep.Studies[0].Study;
        return HtmlElement.Of(
            "section",
            HtmlElement.Of("h2", $"Sweep {sweep.Name}"),
            HtmlElement.Of(
                "p",
                $"Model {first.Model} at N = {string.Join(", ", first.Spins)} spins in every cell. {SweepText.Count(sweep)}"),
            SweepText.Missing(sweep).Select(note => HtmlElement.Of("p", HtmlElement.Of("strong", "Note. "), note)),
            maps.Select(FigureHtml.Figure),
            HtmlElement.Table(
                "cells",
                SweepText.Columns(sweep),
                SweepText.Rows(sweep).Select(row => (IReadOnlyList<object>)row)),
            SweepText
                .Remarks(sweep)
                .Select(each =>
                    HtmlElement.Of(
                        "p",
                        HtmlElement.Of("strong", $"{each.Prediction.Prediction} at {each.Place}. "),
                        MathText.Parse(each.Prediction.Reason))));
    }
}
