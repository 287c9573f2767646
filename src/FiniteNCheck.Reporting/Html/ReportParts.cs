using System.Collections.Immutable;
using System.Xml.Linq;
using FiniteNCheck.Reporting.ReportFigures;
using FiniteNCheck.Reporting.Svg;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Html;

/// <summary>Parts that several reports share.</summary>
internal static class ReportParts
{
    /// <summary>A verdict: a sign and a word, so that its colour is not needed.</summary>
    /// <param name="verdict">The verdict.</param>
    public static XElement Of(Verdict verdict)
    {
        string word = Digits.Lower(verdict);
        string sign = verdict switch
        {
            Verdict.Confirmed => "✓",
            Verdict.Refuted => "✗",
            _ => "?",
        };
        return HtmlElement.Of($"span.verdict.{word}", $"{sign} {word}");
    }

    /// <summary>What everything came to, and in which respect it is as expected.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="more">What else stands in the frame.</param>
    public static XElement Of(Outcome outcome, string more) => HtmlElement.Of(
        "p.outcome",
        HtmlElement.Of("strong", outcome switch
        {
            Outcome.AsExpected => "Everything came out as expected.",
            Outcome.Inconclusive => "Not everything could be decided; nothing came out otherwise.",
            _ => "Something came out otherwise than expected.",
        }),
        $" {more}");

    /// <summary>A figure of a report.</summary>
    /// <param name="figure">The figure.</param>
    public static XElement Of(ReportFigure figure) => Figure(figure.Name, figure.Title, figure.Caption, figure.Plots, [figure.Picture, figure.Numbers]);

    /// <summary>A figure with its plots, which wrap where the page is narrow, its caption and its files.</summary>
    /// <param name="name">A name that no other figure of the page has.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="caption">How to read it.</param>
    /// <param name="plots">The plots.</param>
    /// <param name="files">The files with the picture and its numbers, seen from the page.</param>
    public static XElement Figure(string name, string title, string caption, ImmutableArray<Plot> plots, IReadOnlyList<string> files) => HtmlElement.Of(
        "figure",
        HtmlElement.With("id", name),
        HtmlElement.Of("div.plots", plots.Select((plot, i) => InlinePlot.Of(plot, $"{title}: {plot.Title}", $"{name}-{i}"))),
        HtmlElement.Of("figcaption", MathText.Of(caption), " ", files.SelectMany((file, i) => new object[] { i == 0 ? "" : ", ", Link(file) }), "."));

    private static XElement Link(string file) => HtmlElement.Of("a", HtmlElement.With("href", file), Path.GetFileName(file));

    /// <summary>Where the numbers come from, and how to make them again.</summary>
    /// <param name="provenance">The provenance.</param>
    /// <param name="command">The command line.</param>
    public static XElement Of(Provenance provenance, string command) => HtmlElement.Of(
        "section",
        HtmlElement.With("id", "provenance"),
        HtmlElement.Of("h2", "Where the numbers come from"),
        HtmlElement.Of("p", "To make them again:"),
        HtmlElement.Of("pre", HtmlElement.Of("code", command)),
        HtmlElement.Of(
            "dl",
            Entries(provenance).SelectMany(entry => new[] { HtmlElement.Of("dt", entry.Name), HtmlElement.Of("dd", entry.Value) })));

    private static IEnumerable<(string Name, string Value)> Entries(Provenance provenance) =>
    [
        ("program", $"{provenance.Program} {provenance.Version}"),
        ("commit", provenance.Commit ?? "not known to the build"),
        ("runtime", provenance.Runtime),
        ("instruction set", provenance.InstructionSet),
        ("threads", $"{provenance.Threads} (no result depends on them)"),
        .. provenance.Parameters.Select(parameter => ($"parameter {parameter.Name}", parameter.Value)),
    ];
}
