using System.Collections.Immutable;
using System.Globalization;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Claims.Judges;

/// <summary>
/// Decides inequalities: confirmed where the left side is at most the right side at every point and size, refuted
/// where it exceeds it by more than rounding. Says how tight the bound is (the largest ratio of left to right) and
/// with which power of 1/N the left side falls.
/// </summary>
public static class BoundJudge
{
    /// <summary>The minimum number of points for a decision.</summary>
    public const int MinPoints = 3;

    /// <summary>The minimum number of sizes at a point that makes a ladder.</summary>
    public const int MinSizes = 3;

    /// <summary>Judges one inequality.</summary>
    /// <param name="what">The inequality.</param>
    /// <param name="bounds">
    /// Both sides, at three or more points; where they depend on N, at three or more sizes of each, smallest first.
    /// </param>
    /// <param name="rounding">The largest relative excess that rounding explains.</param>
    /// <param name="order">
    /// The power of 1/N with which the left side must fall at the largest sizes, or 0: a left side that falls with
    /// less than half of it breaks the bound at some larger N, however generous the constant.
    /// </param>
    public static Finding Judge(string what, IEnumerable<Bound> bounds, double rounding, double order = 0)
    {
        Bound[] all = [.. bounds];
        Bound[][] points = [.. all.GroupBy(bound => bound.Point, StringComparer.Ordinal).Select(group => group.ToArray())];
        bool ladders = all.Any(bound => bound.N is not null);
        var evidence = new Evidence(what, ["point", "N", "left side", "bound", "ratio"], [.. all.Select(Row)]);
        (Verdict verdict, string reason) = Decide();
        return new Finding(verdict, reason, [evidence]);

        (Verdict Verdict, string Reason) Decide()
        {
            if (points.Length < MinPoints)
            {
                return (Verdict.Inconclusive, $"{what}: {points.Length} points; at least {MinPoints} would decide.");
            }

            if (ladders && points.Min(point => point.Length) < MinSizes)
            {
                return (Verdict.Inconclusive, $"{what}: fewer than {MinSizes} sizes at a point; more would decide.");
            }

            if (all.FirstOrDefault(bound => double.IsNaN(bound.Left) || double.IsNaN(bound.Right)) is { } unknown)
            {
                return (Verdict.Inconclusive, $"{what}: a side is no number at {Place(unknown)}.");
            }

            Bound worst = all.MaxBy(bound => bound.Ratio)!;
            Bound[] broken = [.. all.Where(bound => bound.Left > bound.Right * (1 + rounding))];
            if (broken.Length == 0 && order > 0 && points.FirstOrDefault(point => Order(point) < order / 2) is { } slow)
            {
                return (
                    Verdict.Refuted,
                    $"{what}: at {slow[0].Point} the left side goes like N^-s with s = "
                        + $"{Text(Order(slow))} and not {Text(order)}.");
            }

            return broken.Length > 0
                ? (
                    Verdict.Refuted,
                    $"{what}: broken at {broken.Length} of {all.Length} points and sizes, "
                        + $"by a factor of up to {Text(worst.Ratio)} at {Place(worst)}.")
                : (
                    Verdict.Confirmed,
                    $"{what}: holds at all {points.Length} points{Orders(points)}; "
                        + $"the largest ratio of left side to bound is {Text(worst.Ratio)}, at {Place(worst)}.");
        }
    }

    /// <summary>The exponent with which the left side falls from the second largest to the largest size; NaN where it vanishes.</summary>
    /// <param name="ladder">The sizes of one point, smallest first.</param>
    public static double Order(IReadOnlyList<Bound> ladder)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        if (ladder.Count < 2 || ladder[^1].N is not { } larger || ladder[^2].N is not { } smaller || !(ladder[^1].Left > 0))
        {
            return double.NaN;
        }

        return -Math.Log(ladder[^1].Left / ladder[^2].Left) / Math.Log((double)larger / smaller);
    }

    private static string Orders(Bound[][] points)
    {
        double[] orders = [.. points.Select(Order).Where(double.IsFinite)];
        if (orders.Length == 0)
        {
            return string.Empty;
        }

        int[] sizes = [.. points.SelectMany(point => point).Select(bound => bound.N ?? 0)];
        return string.Create(
            CultureInfo.InvariantCulture,
            $" and N = {sizes.Min()} to {sizes.Max()}; the left side goes like N^-s with "
                + $"s from {orders.Min():F2} to {orders.Max():F2}");
    }

    private static ImmutableArray<Cell> Row(Bound bound) =>
        [bound.Point, bound.N is { } n ? (Cell)n : "", bound.Left, bound.Right, bound.Ratio];

    private static string Place(Bound bound) => bound.N is { } n ? $"{bound.Point}, N = {n}" : bound.Point;

    private static string Text(double value) => Numeral.Of(value);
}
