using System.Collections.Immutable;
using System.Xml.Linq;
using FiniteNCheck.Reporting.Html;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Studies;
using FiniteNCheck.Reporting.Sweeps;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Verify;

/// <summary>
/// A verification as one self-contained page: verdicts first, then per prediction its figures and
/// numbers.
/// </summary>
internal static class VerifyHtml
{
    /// <summary>The page.</summary>
    /// <param name="report">The findings.</param>
    /// <param name="figures">Its figures.</param>
    public static string Render(VerifyReport report, VerifyFigures figures)
    {
        ImmutableArray<StudyGroup> groups = StudyGroup.Split(report.Studies);
        string names = string.Join(", ", groups.Select(group => group.Name));
        return HtmlPage.Render(
            $"Exact finite N against theory: {names}",
            [
                VerdictHtml.Banner(
                    report.Outcome,
                    "Exact numbers at growing N are extrapolated and compared with each prediction."),
                .. groups.SelectMany(group =>
                    group.IsSweep
                        ? group
                            .InDetail.Select(each => Summary(each.Study, each.Index))
                            .Prepend(SweepSection.Render(group, figures.MapsOf(group.Name)))
                        : [Summary(group.Studies[0].Study, group.Studies[0].Index)]),
                Legend(),
                .. groups.SelectMany(group => group.InDetail).SelectMany(each => each.Study.Predictions.Select((prediction, k) =>
                    PredictionSection.Render(each.Study, prediction, Anchor(each.Index, k), figures.Of(each.Index, k)))),
                ProvenanceHtml.Section(report.Provenance),
            ]);
    }

    private static XElement Summary(StudyFinding study, int index) => HtmlElement.Of(
        "section",
        HtmlElement.Of("h2", $"Study {study.Study}"),
        HtmlElement.Of("p", $"Model {study.Model} at N = {StudyText.Sizes(study)} spins. Exact solution: {study.Method}."),
        study.Notes.Select(note => HtmlElement.Of("p", HtmlElement.Of("strong", "Note. "), note)),
        HtmlElement.Table(
            "predictions",
            StudyText.SummaryColumns,
            study.Predictions.Select((prediction, k) => Row(prediction, Anchor(index, k)))),
        study.Quantities.IsEmpty
            ? null
            : HtmlElement.Table(
                "quantities",
                StudyText.QuantityColumns,
                study.Quantities.Select(quantity => (IReadOnlyList<object>)StudyText.QuantityRow(quantity, "±"))));

    private static IReadOnlyList<object> Row(PredictionFinding prediction, string anchor) =>
    [
        HtmlElement.Of("a", HtmlElement.With("href", $"#{anchor}"), prediction.Prediction),
        VerdictHtml.Badge(prediction.Verdict),
        .. StudyText.SummaryRow(prediction).Skip(2),
    ];

    private static XElement Legend() =>
        HtmlElement.Of(
            "p.faint",
            "Confirmed: every element lies inside the uncertainty of its limit, and the observed order is at least 1 "
                + "within its interval. Refuted: one lies at least five uncertainties away, on a ladder that has settled. "
                + "Distance is counted in combined uncertainties of limit and prediction.");

    private static string Anchor(int study, int prediction) => $"study-{study + 1}-prediction-{prediction + 1}";
}
