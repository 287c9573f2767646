using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Assertions;

namespace FiniteNCheck.Claims.Judges;

/// <summary>Decides statements of the form "never below", from numbers at several points.</summary>
public static class LowerBoundJudge
{
    /// <summary>The minimum number of points for a decision, and of points below a bound that refute it.</summary>
    public const int MinPoints = 3;

    private const int ShownPoints = 12;

    /// <summary>
    /// Judges numbers against a bound: refuted where at least three lie below it by
    /// <see cref="ElementJudge.RefutationDistance"/> uncertainties, confirmed where none lies below it by more than
    /// its uncertainty.
    /// </summary>
    /// <param name="what">What is bounded.</param>
    /// <param name="values">The numbers.</param>
    /// <param name="bound">The bound.</param>
    public static Finding Judge(string what, IEnumerable<BoundedValue> values, double bound)
    {
        BoundedValue[] points = [.. values.OrderBy(each => each.Value)];
        int below = points.Count(each => each.Value < bound - (ElementJudge.RefutationDistance * each.Uncertainty));
        int unclear = points.Count(each => !(each.Value >= bound - each.Uncertainty)) - below;
        (Verdict verdict, string reason) = Decide();
        string title = points.Length > ShownPoints ? $"{what}; the {ShownPoints} smallest of {points.Length} points" : what;
        return new Finding(
            verdict,
            reason,
            [new Evidence(title, ["point", "value", "+-", "bound"], [.. points.Take(ShownPoints).Select(Row)])]);

        ImmutableArray<Cell> Row(BoundedValue point) => [point.Name, point.Value, point.Uncertainty, bound];

        (Verdict Verdict, string Reason) Decide()
        {
            if (points.Length < MinPoints)
            {
                return (Verdict.Inconclusive, $"{points.Length} points; at least {MinPoints} would decide.");
            }

            string smallest = $"{Text(points[0].Value)} ({points[0].Name})";
            string found = $"{what}: below {Text(bound)} at {below} of {points.Length} points";
            return below >= MinPoints ? (Verdict.Refuted, $"{found}, down to {smallest}.")
                : below + unclear == 0
                    ? (Verdict.Confirmed, $"{what}: at least {Text(bound)} at all {points.Length} points, smallest {smallest}.")
                : (Verdict.Inconclusive, $"{found}, {MinPoints} would refute; {unclear} more are within their uncertainty.");
        }
    }

    private static string Text(double value) => Numeral.Of(value, 4);
}
