using System.Collections.Immutable;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Claims;

/// <summary>Exact values at growing N with their limit and what is claimed for it, as a table.</summary>
internal static class LadderEvidence
{
    /// <summary>The table: a row per element, a column per size.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="elements">The elements, all at the same sizes.</param>
    /// <param name="what">What an element is.</param>
    public static Evidence Of(string title, IReadOnlyList<ElementFinding> elements, string what = "element") => new(
        title,
        [what, "t", .. elements[0].Ladder.Select(point => $"N = {point.Spins}"), "limit", "+-", "predicted", "order", "+- of order", "distance in uncertainties"],
        [.. elements.Select(Row)]);

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
