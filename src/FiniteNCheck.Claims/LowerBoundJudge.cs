using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Verdicts;

namespace FiniteNCheck.Claims;

/// <summary>A number that a statement bounds from below.</summary>
/// <param name="Name">Where the number was taken.</param>
/// <param name="Value">The number.</param>
/// <param name="Uncertainty">Its half width: rounding for a closed form, the uncertainty of the limit for a ladder.</param>
public readonly record struct BoundedValue(string Name, double Value, double Uncertainty);

/// <summary>Decides statements of the form "never below", from numbers at several points.</summary>
public static class LowerBoundJudge
{
    /// <summary>Fewer points decide nothing, and so many must lie below before a bound is refuted.</summary>
    public const int FewestPoints = 3;

    private const int ShownPoints = 12;

    /// <summary>
    /// Judges numbers against a bound: refuted where at least three lie below it by <see cref="ElementJudge.RefutationDistance"/> uncertainties, confirmed
    /// where none lies below it by more than its uncertainty.
    /// </summary>
    /// <param name="what">What is bounded.</param>
    /// <param name="values">The numbers.</param>
    /// <param name="bound">The bound.</param>
    public static Finding Judge(string what, IEnumerable<BoundedValue> values, double bound)
    {
        BoundedValue[] points = [.. values.OrderBy(each => each.Value)];
        int below = points.Count(each => each.Value < bound - (ElementJudge.RefutationDistance * each.Uncertainty));
        int unclear = points.Count(each => !(each.Value >= bound - each.Uncertainty)) - below;
        (Verdict verdict, string reason) = points.Length < FewestPoints
            ? (Verdict.Inconclusive, $"{points.Length} points; at least {FewestPoints} would decide.")
            : below >= FewestPoints ? (Verdict.Refuted, $"{what}: below {Text(bound)} at {below} of {points.Length} points, down to {Text(points[0].Value)} ({points[0].Name}).")
            : below + unclear == 0 ? (Verdict.Confirmed, $"{what}: at least {Text(bound)} at all {points.Length} points, smallest {Text(points[0].Value)} ({points[0].Name}).")
            : (Verdict.Inconclusive, $"{what}: below {Text(bound)} at {below} of {points.Length} points, {FewestPoints} would refute; {unclear} more are within their uncertainty.");
        string title = points.Length > ShownPoints ? $"{what}; the {ShownPoints} smallest of {points.Length} points" : what;
        return new Finding(verdict, reason, [new Evidence(title, ["point", "value", "+-", "bound"], [.. points.Take(ShownPoints).Select(Row)])]);

        ImmutableArray<Cell> Row(BoundedValue point) => [point.Name, point.Value, point.Uncertainty, bound];
    }

    private static string Text(double value) => Numeral.Of(value, 4);
}
