using System.Collections.Immutable;
using System.Xml.Linq;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Html;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Studies;

/// <summary>The section of a report on one prediction of one study.</summary>
internal static class PredictionSection
{
    private const int Shown = 8;

    private static readonly string[] Columns = ["<element", "t", "predicted", "limit N → ∞", "±", "order", "distance", "<verdict"];

    /// <summary>Statement, verdict, figures, numbers.</summary>
    /// <param name="study">The study.</param>
    /// <param name="prediction">The prediction.</param>
    /// <param name="anchor">The name of the part.</param>
    /// <param name="figures">Its figures.</param>
    public static XElement Render(StudyFinding study, PredictionFinding prediction, string anchor, ImmutableArray<ReportFigure> figures)
    {
        ImmutableArray<ElementFinding> elements = WorstFirst.Sort(prediction.Elements);
        return HtmlElement.Of(
            "section",
            HtmlElement.With("id", anchor),
            HtmlElement.Of("h2", $"{study.Study}: {prediction.Prediction}"),
            PredictionFormula.Render(prediction.Prediction),
            prediction.Statement is null ? null : HtmlElement.Of("p", StudyText.Statement(prediction)),
            HtmlElement.Of(
                "p",
                VerdictHtml.Badge(prediction.Verdict),
                prediction.Verdict == prediction.Expected
                    ? ", as expected: "
                    : $"{ExpectationText.Remark(prediction.Verdict, prediction.Expected)}: ",
                MathText.Parse(prediction.Reason)),
            figures.Select(FigureHtml.Figure),
            HtmlElement.Of("h3", elements.Length > Shown ? "The elements farthest off" : "Element by element"),
            HtmlElement.Table("elements farthest off", Columns, elements.Take(Shown).Select(Row)),
            elements.Length > Shown
                ? HtmlElement.Of(
                    "details",
                    HtmlElement.Of("summary", $"All {elements.Length} elements, in the order of the model"),
                    HtmlElement.Table("all elements", Columns, prediction.Elements.Select(Row)))
                : null,
            HtmlElement.Of("details", HtmlElement.Of("summary", "The exact values at every size"), Ladders(prediction)));
    }

    private static IReadOnlyList<object> Row(ElementFinding element) =>
    [
        element.Observable,
        Numeral.Time(element.Time),
        Digits.Cell(element.Prediction),
        Digits.Cell(element.Limit),
        Numeral.Error(element.LimitUncertainty),
        OrderText.Format(element),
        DistanceText.Format(element),
        VerdictHtml.Badge(element.Verdict),
    ];

    private static XElement Ladders(PredictionFinding prediction) => HtmlElement.Table(
        "exact values",
        ["<element", "t", .. prediction.Elements.FirstOrDefault()?.Ladder.Select(point => $"N = {point.Spins}") ?? []],
        prediction.Elements.Select(element => (IReadOnlyList<object>)
        [
            element.Observable,
            Numeral.Time(element.Time),
            .. element.Ladder.Select(point => point.DroppedBecause is { } why
                ? (object)HtmlElement.Of("span.faint", HtmlElement.With("title", $"not used: {why}"), $"({Digits.Cell(point.Value)})")
                : Digits.Cell(point.Value)),
        ]));
}
