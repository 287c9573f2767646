using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Reporting.Parts;

namespace FiniteNCheck.Reporting.Claims;

/// <summary>The figures of one claim, one per table of evidence; <see langword="null"/> for a table that is no ladder and no map.</summary>
/// <param name="Finding">Those of the claim.</param>
/// <param name="Correction">Those of the form that holds.</param>
internal sealed record ClaimFigures(ImmutableArray<ReportFigure?> Finding, ImmutableArray<ReportFigure?> Correction)
{
    /// <summary>All figures.</summary>
    public IEnumerable<ReportFigure> All => Finding.Concat(Correction).OfType<ReportFigure>();

    /// <summary>Draws the figures.</summary>
    /// <param name="result">The result of the claim.</param>
    /// <param name="folder">The folder of their files.</param>
    public static ClaimFigures Draw(ClaimResult result, string folder)
    {
        FigureName name = new(folder, result.Claim.Id);
        return new ClaimFigures(
            Draw(name, result.Finding),
            result.Correction is { } correction ? Draw(name.Append("-holds"), correction) : []);
    }

    private static ImmutableArray<ReportFigure?> Draw(FigureName name, Finding finding) =>
        [.. finding.Evidence.Select((evidence, i) => Draw(name.Append($"-{i + 1}"), evidence))];

    private static ReportFigure? Draw(FigureName name, Evidence evidence) =>
        EvidencePlot.Draw(name, evidence) ?? EvidenceMap.Draw(name, evidence);
}
