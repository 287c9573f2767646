using System.Xml.Linq;

namespace FiniteNCheck.Reporting.Html;

/// <summary>Elements of HTML.</summary>
internal static class HtmlElement
{
    /// <summary>An element.</summary>
    /// <param name="name">Its name, with its classes after dots: <c>p.note</c>.</param>
    /// <param name="content">Texts, elements, attributes.</param>
    public static XElement Of(string name, params object?[] content)
    {
        string[] parts = name.Split('.');
        return parts.Length == 1
            ? new XElement(parts[0], content)
            : new XElement(parts[0], new XAttribute("class", string.Join(' ', parts.Skip(1))), content);
    }

    /// <summary>An attribute.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    public static XAttribute With(string name, string value) => new(name, value);

    /// <summary>A table that scrolls by itself where the page is too narrow for it.</summary>
    /// <param name="label">What it holds, for readers who do not see it.</param>
    /// <param name="columns">The heads; one that starts with <c>&lt;</c> is of texts, the others are of numbers.</param>
    /// <param name="rows">The cells, each a text or an element.</param>
    public static XElement Table(string label, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object>> rows)
    {
        bool[] texts = [.. columns.Select(column => column.StartsWith('<'))];
        return Of(
            "div.scroll",
            With("tabindex", "0"),
            With("role", "region"),
            With("aria-label", label),
            Of(
                "table",
                Of(
                    "thead",
                    Of(
                        "tr",
                        [
                            .. columns.Select(
                                (column, i) =>
                                    Of(texts[i] ? "th" : "th.number", With("scope", "col"), texts[i] ? column[1..] : column)),
                        ])),
                Of(
                    "tbody",
                    [.. rows.Select(row => Of("tr", [.. row.Select((cell, i) => Of(texts[i] ? "td" : "td.number", cell))]))])));
    }
}
