using System.Collections.Immutable;
using System.Xml.Linq;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Html;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Studies;

/// <summary>The verdicts of a prediction, element by time; symmetric copies are one row.</summary>
internal static class VerdictGrid
{
    /// <summary>The label of such tables, which hold signs in place of numbers.</summary>
    public const string Label = "verdicts by element and time";

    private const int MaxRows = 6;

    /// <summary>The grid; nothing for a prediction without elements.</summary>
    /// <param name="prediction">The prediction.</param>
    public static IEnumerable<XElement> Render(PredictionFinding prediction)
    {
        if (prediction.Elements.IsEmpty)
        {
            yield break;
        }

        double[] times = [.. prediction.Elements.Select(element => element.Time).Distinct().Order()];
        ImmutableArray<(string Name, ElementFinding[] Elements)> rows = Rows(prediction, times);
        yield return Table(rows.Take(MaxRows), times);
        if (rows.Length > MaxRows)
        {
            yield return HtmlElement.Of(
                "details",
                HtmlElement.Of("summary", $"{rows.Length - MaxRows} more rows, none of them farther off"),
                Table(rows.Skip(MaxRows), times));
        }
    }

    /// <summary>One row for each observable, the farthest off first; those with the same numbers at all times are one.</summary>
    private static ImmutableArray<(string Name, ElementFinding[] Elements)> Rows(PredictionFinding prediction, double[] times)
    {
        Dictionary<string, ElementFinding[]> all = WorstFirst.Sort(prediction.Elements)
            .GroupBy(element => element.Observable, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        HashSet<string> said = new(StringComparer.Ordinal);
        List<(string, ElementFinding[])> rows = [];
        var copies = times.Select(time => Alike.Group(prediction.Elements.Where(element => element.Time == time))).ToArray();
        foreach (string observable in all.Keys.Where(said.Add))
        {
            string[] alike =
            [
                .. all.Keys.Where(other =>
                    !said.Contains(other)
                    && copies.All(groups => groups.Any(group => Holds(group, observable) && Holds(group, other)))),
            ];
            said.UnionWith(alike);
            rows.Add((alike.Length == 0 ? observable : $"{observable} and {alike.Length} alike", all[observable]));
        }

        return [.. rows];
    }

    private static bool Holds((ElementFinding Element, ImmutableArray<ElementFinding> Copies) group, string observable) =>
        group.Copies.Prepend(group.Element).Any(each => string.Equals(each.Observable, observable, StringComparison.Ordinal));

    private static XElement Table(IEnumerable<(string Name, ElementFinding[] Elements)> rows, double[] times)
    {
        XElement table = HtmlElement.Table(
            Label,
            ["<element", .. times.Select(time => $"<t = {Numeral.Of(time, 4)}")],
            rows.Select(row => (IReadOnlyList<object>)
            [
                row.Name,
                .. times.Select(time => Cell(Array.Find(row.Elements, each => each.Time == time))),
            ]));
        table.Element("table")!.SetAttributeValue("class", "grid");
        return table;
    }

    private static object Cell(ElementFinding? element)
    {
        if (element is null)
        {
            return Numeral.None;
        }

        string word = Digits.Lower(element.Verdict);
        string distance = DistanceText.Format(element);
        return HtmlElement.Of(
            $"span.cell.{word}",
            HtmlElement.With("title", $"{element.Observable}, t = {Numeral.Of(element.Time, 4)}: {word}; distance {distance}"),
            $"{VerdictHtml.Sign(element.Verdict)} {distance}");
    }
}
