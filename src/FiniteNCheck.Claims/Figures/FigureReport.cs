using System.Collections.Immutable;

namespace FiniteNCheck.Claims.Figures;

/// <summary>Figures of a paper, computed: what their pictures show, their numbers, and what came out.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="Units">The units of all figures, in a sentence.</param>
/// <param name="Figures">The figures, in the order of the paper.</param>
/// <param name="Summaries">What came out, a table per figure.</param>
public sealed record FigureReport(
    Paper Paper, string Units, ImmutableArray<FigureContent> Figures, ImmutableArray<FigureSummary> Summaries);
