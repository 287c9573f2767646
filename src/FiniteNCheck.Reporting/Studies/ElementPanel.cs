using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Html;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Svg;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Studies;

/// <summary>
/// The three plots of an element: against 1/N, its error against N, against time. A page shows the element farthest off; the others are
/// in a part that opens, out of which a small script makes a list to choose from.
/// </summary>
internal static class ElementPanel
{
    /// <summary>More would make the page long to load; the tables have every element.</summary>
    private const int MaxPanels = 16;

    /// <summary>The panels of a prediction; nothing where it has no elements.</summary>
    /// <param name="prediction">The prediction.</param>
    /// <param name="study">The study.</param>
    /// <param name="anchor">The name of the prediction's part of the page.</param>
    public static XElement? Render(PredictionFinding prediction, StudyFinding study, string anchor)
    {
        // Of each observable the time at which it is farthest off, and of symmetric copies the first.
        ImmutableArray<(ElementFinding Element, ImmutableArray<ElementFinding> Copies)> all =
            Alike.Group(WorstFirst.Sort(prediction.Elements).DistinctBy(element => element.Observable, StringComparer.Ordinal));
        if (all.IsEmpty)
        {
            return null;
        }

        XElement[] panels =
        [
            .. all.Take(MaxPanels).Select((group, i) => Panel(group.Element, group.Copies, prediction, study, $"{anchor}-element-{i + 1}")),
        ];
        string left = all.Length > MaxPanels ? $", the {MaxPanels} farthest off" : "";
        return HtmlElement.Of(
            "div.panels",
            panels[0],
            panels.Length == 1
                ? null
                : HtmlElement.Of("details", HtmlElement.Of("summary", $"Other elements{left}"), panels.Skip(1)));
    }

    private static XElement Panel(
        ElementFinding element, ImmutableArray<ElementFinding> copies, PredictionFinding prediction, StudyFinding study, string name)
    {
        string place = $"{element.Observable} at t = {Numeral.Time(element.Time)}";
        string far = DistanceText.Format(element) is var distance and not Numeral.None ? $", {distance} uncertainties off" : "";
        string alike = copies.IsEmpty ? "" : $" The same up to sign: {string.Join("; ", copies.Select(copy => copy.Observable))}.";
        ImmutableArray<Plot> plots =
        [
            LimitPlot.PlotOf(element, prediction, study),
            .. new[] { ErrorPlot.PlotOf(prediction, element, []), TimePlot.PlotOf(element.Observable, prediction, study) }.OfType<Plot>(),
        ];
        XElement figure = FigureHtml.Figure(
            name,
            prediction.Title,
            $"{place}: {Digits.Lower(element.Verdict)}{far}; order {OrderText.Format(element)}.{alike}",
            plots,
            []);
        figure.Add(
            HtmlElement.With("data-panel", $"{place}: {Digits.Lower(element.Verdict)}{far}"),
            HtmlElement.With("data-observable", element.Observable),
            HtmlElement.With("data-time", element.Time.ToString(CultureInfo.InvariantCulture)));
        return figure;
    }
}
