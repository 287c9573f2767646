using System.Collections.Immutable;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Claims.Judges;

/// <summary>Exact values at growing N, their limits and the claimed limits, as evidence.</summary>
public static class LadderEvidence
{
    /// <summary>The table: a row per element, a column per size.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="elements">The elements, at least one, all at the same sizes.</param>
    /// <param name="what">What an element is.</param>
    public static Evidence Tabulate(string title, IReadOnlyList<ElementFinding> elements, string what = "element")
    {
        ArgumentNullException.ThrowIfNull(elements);
        return new Evidence(
            title,
            [
                what,
                "t",
                .. elements[0].Ladder.Select(point => $"N = {point.Spins}"),
                "limit",
                "+-",
                "predicted",
                "order",
                "+- of order",
                "distance in uncertainties",
            ],
            [.. elements.Select(Row)]);
    }

    /// <summary>The elements whose limits lie farthest from the prediction, in units of the uncertainty.</summary>
    /// <param name="elements">The elements.</param>
    /// <param name="count">How many at most.</param>
    public static ImmutableArray<ElementFinding> Farthest(IEnumerable<ElementFinding> elements, int count) =>
    [
        .. elements
            .OrderByDescending(element => element.Distance)
            .ThenBy(element => element.Observable, StringComparer.Ordinal)
            .Take(count),
    ];

    private static ImmutableArray<Cell> Row(ElementFinding element) =>
    [
        element.Observable,
        double.IsFinite(element.Time) ? element.Time : "stationary",
        .. element.Ladder.Select(point => (Cell)point.Value),
        element.Limit,
        element.LimitUncertainty,
        element.Prediction,
        element.Order ?? double.NaN,
        element.OrderUncertainty ?? double.NaN,
        element.Distance,
    ];
}
