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

    /// <summary>Verdict, pictures, numbers, and what exactly is claimed.</summary>
    /// <param name="study">The study.</param>
    /// <param name="group">The prediction, with others that coincide with it.</param>
    /// <param name="anchor">The name of the part.</param>
    /// <param name="figures">Its figures.</param>
    public static XElement Render(
        StudyFinding study, ImmutableArray<PredictionFinding> group, string anchor, ImmutableArray<ReportFigure> figures)
    {
        PredictionFinding prediction = group[0];
        return HtmlElement.Of(
            "section",
            HtmlElement.With("id", anchor),
            HtmlElement.Of("h2", $"{study.Study}: {prediction.Prediction}"),
            HtmlElement.Of(
                "p",
                HtmlElement.Of("strong", $"{Headline.SubjectOf(group)}: "),
                VerdictHtml.Badge(prediction.Verdict),
                $"{ExpectationText.Remark(prediction.Verdict, prediction.Expected)}. "),
            prediction.Statement is null ? null : HtmlElement.Of("p", StudyText.Statement(prediction)),
            Reason(prediction),
            ElementPanel.Render(prediction, study, anchor),
            figures.Where(figure => figure.Plots.Length > 0 && figure.Name.Id.EndsWith(MatrixPlot.Suffix, StringComparison.Ordinal))
                .Select(figure => FigureHtml.Figure(figure.Name.Id, figure.Title, figure.Caption, figure.Plots, [])),
            HtmlElement.Of(
                "div.columns",
                HtmlElement.Of("div", VerdictGrid.Render(prediction)),
                HtmlElement.Of("div", Closed(prediction, group, figures))));
    }

    /// <summary>All numbers, and what exactly is claimed, for those who open them.</summary>
    private static IEnumerable<XElement?> Closed(
        PredictionFinding prediction, ImmutableArray<PredictionFinding> group, ImmutableArray<ReportFigure> figures)
    {
        ImmutableArray<ElementFinding> elements = WorstFirst.Sort(prediction.Elements);
        var shown = Alike.Group(elements);
        bool areAllShown = elements.Length <= Math.Min(Shown, shown.Length);
        yield return HtmlElement.Of(
            "details",
            HtmlElement.Of("summary", "Numbers, element by element"),
            HtmlElement.Table("elements farthest off", Columns, shown.Take(Shown).Select(each => Row(each.Element))),
            areAllShown
                ? null
                : HtmlElement.Of(
                    "details",
                    HtmlElement.Of("summary", $"All {elements.Length} elements"),
                    HtmlElement.Table("all elements", Columns, prediction.Elements.Select(Row))),
            HtmlElement.Of("details", HtmlElement.Of("summary", "Exact values at every size"), Ladders(prediction)));
        yield return Claim(group);
        yield return Files(figures);
    }

    // What is long is read by those who open it.
    private static XElement Reason(PredictionFinding prediction)
    {
        const int Long = 160;
        return prediction.Reason.Length <= Long
            ? HtmlElement.Of("p", MathText.Parse(Sentence(prediction.Reason)))
            : HtmlElement.Of(
                "details",
                HtmlElement.Of("summary", "The reason"),
                HtmlElement.Of("p", MathText.Parse(Sentence(prediction.Reason))));
    }

    private static string Sentence(string reason) => reason.Length == 0 ? reason : char.ToUpperInvariant(reason[0]) + reason[1..];

    private static XElement? Claim(ImmutableArray<PredictionFinding> group)
    {
        XElement[] formula = [.. group.SelectMany(prediction => PredictionFormula.Render(prediction.Prediction))];
        return formula.Length == 0 ? null : HtmlElement.Of("details", HtmlElement.Of("summary", "What exactly is claimed"), formula);
    }

    private static XElement? Files(ImmutableArray<ReportFigure> figures) => figures.IsEmpty
        ? null
        : HtmlElement.Of(
            "details",
            HtmlElement.Of("summary", "Pictures and numbers as files"),
            HtmlElement.Of(
                "p",
                figures.SelectMany((figure, i) => FigureHtml.Links([figure.Name.Picture, figure.Name.Numbers], isFirst: i == 0)),
                "."));

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
