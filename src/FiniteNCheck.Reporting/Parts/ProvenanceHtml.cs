using System.Xml.Linq;
using FiniteNCheck.Reporting.Html;

namespace FiniteNCheck.Reporting.Parts;

/// <summary>Provenance on a page.</summary>
internal static class ProvenanceHtml
{
    /// <summary>Where the numbers come from, and how to compute them again.</summary>
    /// <param name="provenance">The provenance.</param>
    public static XElement Section(Provenance provenance) => HtmlElement.Of(
        "section",
        HtmlElement.With("id", "provenance"),
        HtmlElement.Of("h2", "Where the numbers come from"),
        HtmlElement.Of("p", "To make them again:"),
        HtmlElement.Of("pre", HtmlElement.Of("code", ReproduceCommand.Write(provenance))),
        HtmlElement.Of(
            "details",
            HtmlElement.Of("summary", ProvenanceText.Source(provenance)),
            HtmlElement.Of("dl", Entries(provenance).SelectMany(Entry))));

    private static XElement[] Entry((string Name, string Value) entry) =>
        [HtmlElement.Of("dt", entry.Name), HtmlElement.Of("dd", entry.Value)];

    private static IEnumerable<(string Name, string Value)> Entries(Provenance provenance) =>
    [
        ("program", $"{provenance.Program} {provenance.Version}"),
        ("commit", provenance.Commit ?? "not known to the build"),
        ("runtime", provenance.Runtime),
        ("instruction set", provenance.InstructionSet),
        ("linear algebra", provenance.LinearAlgebra),
        ("threads", $"{provenance.Threads} (no result depends on them)"),
        .. provenance.Parameters.Select(parameter => ($"parameter {parameter.Name}", parameter.Value)),
    ];
}
