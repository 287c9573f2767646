using System.Reflection;
using System.Xml.Linq;
using FiniteNCheck.Reporting.Svg;

namespace FiniteNCheck.Reporting.Html;

/// <summary>A self-contained page: its style sheet and its small script are embedded, and all is there without the script.</summary>
internal static class HtmlPage
{
    /// <summary>The text of the page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="body">Its content, below the title.</param>
    public static string Render(string title, IEnumerable<XElement> body) =>
        HtmlText.Document(
            HtmlElement.Of(
                "html",
                HtmlElement.With("lang", "en"),
                HtmlElement.Of(
                    "head",
                    HtmlElement.Of("meta", HtmlElement.With("charset", "utf-8")),
                    HtmlElement.Of(
                        "meta",
                        HtmlElement.With("name", "viewport"),
                        HtmlElement.With("content", "width=device-width, initial-scale=1")),
                    HtmlElement.Of(
                        "meta",
                        HtmlElement.With("name", "color-scheme"),
                        HtmlElement.With("content", "light dark")),
                    HtmlElement.Of("link", HtmlElement.With("rel", "icon"), HtmlElement.With("href", "data:,")),
                    HtmlElement.Of("title", title),
                    HtmlElement.Of("style", Resource("report.css") + Dark())),
                HtmlElement.Of(
                    "body",
                    HtmlElement.Of("main", HtmlElement.Of("h1", title), body),
                    HtmlElement.Of("script", Resource("report.js")))));

    private static string Dark() => $"@media screen and (prefers-color-scheme: dark) {{\n{ColorScale.DarkRules()}}}\n";

    private static string Resource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"FiniteNCheck.Reporting.Html.{name}")
            ?? throw new InvalidOperationException($"A part of reports is not in the assembly: the build has left out Html/{name}.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
