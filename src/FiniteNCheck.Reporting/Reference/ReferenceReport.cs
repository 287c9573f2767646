using System.Collections.Immutable;

namespace FiniteNCheck.Reporting.Reference;

/// <summary>The input of the exporters of a check of reference data.</summary>
/// <param name="Findings">The results, in the order of the catalogue.</param>
/// <param name="Provenance">Where the fresh numbers come from.</param>
public sealed record ReferenceReport(ImmutableArray<ReferenceFinding> Findings, Provenance Provenance)
{
    /// <summary>Whether no set differs.</summary>
    public bool AllAgree => Findings.All(finding => finding.Comparison is null or { Agrees: true });
}
