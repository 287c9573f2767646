using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Figures;

namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>The figures as they are shown: pictures, numbers, captions and summaries.</summary>
public static class FigureDescription
{
    private const string Units =
        "Temperatures are in units of the couplings of (52), fields are inverse times, correlations are in nats.";

    /// <summary>Describes figures.</summary>
    /// <param name="set">The figures.</param>
    /// <param name="paper">The paper.</param>
    public static FigureReport Describe(FigureSet set, Paper paper)
    {
        ArgumentNullException.ThrowIfNull(set);
        return new FigureReport(paper, Units, [.. Contents(set)], [.. Summaries(set)]);
    }

    private static IEnumerable<FigureContent> Contents(FigureSet set)
    {
        if (set.PhaseDiagram is { } diagram)
        {
            yield return PhaseDiagramContent.Describe(diagram);
        }

        if (set.Correlations is { } figure)
        {
            yield return CorrelationContent.DescribeLimit(figure);
            if (!figure.FiniteSizes.IsEmpty)
            {
                yield return CorrelationContent.DescribeFinite(figure.FiniteSizes);
            }
        }

        if (set.LimitCycle is { } map)
        {
            yield return LimitCycleContent.Describe(map, set.Portraits);
        }
    }

    private static IEnumerable<FigureSummary> Summaries(FigureSet set)
    {
        if (set.PhaseDiagram is { } diagram)
        {
            yield return PhaseDiagramContent.Summarise(diagram);
        }

        if (set.Correlations is { } figure)
        {
            yield return CorrelationContent.Summarise(figure);
        }

        if (set.LimitCycle is { } map)
        {
            yield return LimitCycleContent.Summarise(map, set.Portraits);
        }
    }
}
