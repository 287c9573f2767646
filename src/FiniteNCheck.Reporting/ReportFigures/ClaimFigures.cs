using System.Collections.Immutable;
using FiniteNCheck.Claims;

namespace FiniteNCheck.Reporting.ReportFigures;

/// <summary>The figures of one claim, one per table of evidence; <see langword="null"/> for a table that is no ladder.</summary>
/// <param name="Finding">Those of the claim.</param>
/// <param name="Correction">Those of the form that holds.</param>
internal sealed record ClaimFigures(ImmutableArray<ReportFigure?> Finding, ImmutableArray<ReportFigure?> Correction)
{
    /// <summary>All that there are.</summary>
    public IEnumerable<ReportFigure> All => Finding.Concat(Correction).OfType<ReportFigure>();

    /// <summary>Draws the figures.</summary>
    /// <param name="result">What became of the claim.</param>
    public static ClaimFigures Of(ClaimResult result) => new(
        Draw(result.Claim.Id, result.Finding),
        result.Correction is { } correction ? Draw($"{result.Claim.Id}-holds", correction) : []);

    private static ImmutableArray<ReportFigure?> Draw(string name, Finding finding) =>
        [.. finding.Evidence.Select((evidence, i) => EvidencePlot.Of($"{name}-{i + 1}", evidence))];
}
