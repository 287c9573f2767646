using System.Reflection;
using System.Xml.Linq;

namespace FiniteNCheck.Reporting.Html;

/// <summary>A self-contained page: its style sheet is embedded, and it has no script.</summary>
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
                    HtmlElement.Of("style", Style())),
                HtmlElement.Of("body", HtmlElement.Of("main", HtmlElement.Of("h1", title), body))));

    private static string Style()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("FiniteNCheck.Reporting.Html.report.css")
            ?? throw new InvalidOperationException("The style of reports is not in the assembly: the build has left out Html/report.css.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
