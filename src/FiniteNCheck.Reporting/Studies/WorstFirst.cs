using System.Collections.Immutable;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Studies;

/// <summary>Which elements of a prediction to look at first: refuted ones before undecided ones, then by distance from the limit.</summary>
internal static class WorstFirst
{
    /// <summary>The elements, those to look at first in front.</summary>
    /// <param name="elements">The elements.</param>
    public static ImmutableArray<ElementFinding> Sort(IEnumerable<ElementFinding> elements) =>
        [.. elements.OrderByDescending(element => Rank(element.Verdict)).ThenByDescending(Distance)];

    /// <summary>How much a verdict asks for attention.</summary>
    /// <param name="verdict">The verdict.</param>
    public static int Rank(Verdict verdict) => verdict switch
    {
        Verdict.Refuted => 2,
        Verdict.Inconclusive => 1,
        _ => 0,
    };

    /// <summary>The distance; elements that have none come last, but for refuted ones, whose distance is beyond all bounds.</summary>
    private static double Distance(ElementFinding element) =>
        double.IsFinite(element.Distance) ? element.Distance : element.Verdict == Verdict.Refuted ? double.PositiveInfinity : -1;
}
