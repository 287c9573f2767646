using System.Collections.Immutable;
using System.Xml.Linq;
using FiniteNCheck.Model;
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
            $"{names}: exact finite N against theory",
            [
                VerdictHtml.Banner(
                    groups.Select(group => Sentences(group, groups.Length > 1)),
                    report.Outcome,
                    "Exact numbers at growing N are extrapolated and compared with each prediction."),
                .. groups.SelectMany(group => group.IsSweep
                    ? group.InDetail.SelectMany(each => Study(each.Study, each.Index, figures))
                        .Prepend(SweepSection.Render(group, figures.OfSweep(group.Name)))
                    : Study(group.Studies[0].Study, group.Studies[0].Index, figures)),
                HtmlElement.Of(
                    "details",
                    HtmlElement.Of("summary", "How a verdict is reached"),
                    Legend()),
                ProvenanceHtml.Section(report.Provenance),
            ]);
    }

    private static IEnumerable<object> Sentences(StudyGroup group, bool isNamed)
    {
        if (isNamed)
        {
            yield return HtmlElement.Of("strong", $"{group.Name}. ");
        }

        foreach (Headline each in SweepText.Headlines(group))
        {
            yield return $"{each.Subject}: ";
            yield return VerdictHtml.Badge(each.Verdict);
            yield return $"{each.Rest}. ";
        }
    }

    /// <summary>What was solved beside the decisive picture, then each prediction; of those that coincide the first.</summary>
    private static IEnumerable<XElement> Study(StudyFinding study, int index, VerifyFigures figures)
    {
        yield return Summary(study, index);
        if (figures.GapOf(index) is { } gap)
        {
            yield return FigureHtml.Figure(gap);
        }

        foreach (ImmutableArray<PredictionFinding> group in Alike.Group(study.Predictions))
        {
            int k = study.Predictions.IndexOf(group[0]);
            yield return PredictionSection.Render(study, group, Anchor(index, k), figures.Of(index, k));
        }
    }

    private static XElement Summary(StudyFinding study, int index) => HtmlElement.Of(
        "section",
        HtmlElement.With("id", $"study-{index + 1}"),
        HtmlElement.Of("h2", $"Study {study.Study}"),
        HtmlElement.Of(
            "div.opening",
            HtmlElement.Of("div.solved", SetupSection.Render(study)),
            Decisive(study, index)),
        study.Notes.Select(note => HtmlElement.Of("p", HtmlElement.Of("strong", "Note. "), note)),
        HtmlElement.Table(
            "predictions",
            StudyText.SummaryColumns,
            study.Predictions.Select(prediction => Row(prediction, AnchorOf(study, prediction, index)))),
        study.Quantities.IsEmpty
            ? null
            : HtmlElement.Table(
                "quantities",
                StudyText.QuantityColumns,
                study.Quantities.Select(quantity => (IReadOnlyList<object>)StudyText.QuantityRow(quantity, "±"))),
        SetupSection.Files(study));

    /// <summary>The picture that decides: the element farthest off of the worst prediction, against 1/N.</summary>
    private static XElement? Decisive(StudyFinding study, int index)
    {
        PredictionFinding? worst = study.Predictions
            .Where(prediction => !prediction.Elements.IsEmpty)
            .OrderByDescending(prediction => WorstFirst.Rank(prediction.Verdict))
            .ThenByDescending(prediction => prediction.Elements.Max(element => element.Observables.Length))
            .FirstOrDefault();
        if (worst is null)
        {
            return null;
        }

        ElementFinding element = WorstFirst.Sort(worst.Elements)[0];
        return FigureHtml.Figure(
            $"study-{index + 1}-decisive",
            worst.Title,
            $"Exact values of {element.Observable} at t = {Numeral.Time(element.Time)}, extrapolated to N → ∞, "
                + "and what is predicted there.",
            [LimitPlot.PlotOf(element, worst, study) with { FrameWidth = 360, FrameHeight = 240 }],
            []);
    }

    private static string AnchorOf(StudyFinding study, PredictionFinding prediction, int index) => Anchor(
        index, study.Predictions.IndexOf(Alike.Group(study.Predictions).First(group => group.Contains(prediction))[0]));

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
