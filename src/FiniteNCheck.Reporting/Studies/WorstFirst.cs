using System.Collections.Immutable;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Studies;

/// <summary>The order of elements by importance: refuted before undecided, then by distance from the limit.</summary>
internal static class WorstFirst
{
    /// <summary>Sorts elements, the most important first.</summary>
    /// <param name="elements">The elements.</param>
    public static ImmutableArray<ElementFinding> Sort(IEnumerable<ElementFinding> elements) =>
        [.. elements.OrderByDescending(element => Rank(element.Verdict)).ThenByDescending(Distance)];

    /// <summary>The priority of a verdict; higher comes first.</summary>
    /// <param name="verdict">The verdict.</param>
    public static int Rank(Verdict verdict) => verdict switch
    {
        Verdict.Refuted => 2,
        Verdict.Inconclusive => 1,
        _ => 0,
    };

    /// <summary>The distance. Elements without one come last, except refuted ones, whose distance is infinite.</summary>
    private static double Distance(ElementFinding element) =>
        double.IsFinite(element.Distance) ? element.Distance : element.Verdict == Verdict.Refuted ? double.PositiveInfinity : -1;
}
