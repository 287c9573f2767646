using System.Collections.Immutable;
using System.Globalization;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Claims.Judges;

/// <summary>Decides with which power of 1/N a random quantity falls, from root mean squares over samples.</summary>
public static class SampledOrderJudge
{
    /// <summary>The minimum number of points for a decision.</summary>
    public const int MinPoints = 3;

    /// <summary>The minimum number of sizes that makes a ladder.</summary>
    public const int MinSizes = 4;

    // Orders in question differ by 1/2.
    private const double LargestUncertainty = 0.2;

    /// <summary>
    /// Judges the order of several ladders: confirmed where every interval holds it, refuted where three lie off it
    /// by more than two intervals.
    /// </summary>
    /// <param name="what">The quantity.</param>
    /// <param name="ladders">The ladders.</param>
    /// <param name="order">The claimed order.</param>
    public static Finding Judge(string what, IEnumerable<SampledLadder> ladders, double order)
    {
        SampledLadder[] all = [.. ladders];
        int off = all.Count(each => Math.Abs(each.Order - order) > 2 * each.OrderUncertainty);
        bool poor =
            all.Length < MinPoints
            || all.Any(each => each.Sizes.Length < MinSizes || !(each.OrderUncertainty < LargestUncertainty));
        string orders = string.Join(", ", all.Select(each => Numeral.WithUncertainty(each.Order, each.OrderUncertainty)));
        string claimed = order.ToString(CultureInfo.InvariantCulture);
        (Verdict verdict, string reason) =
            poor
                ? (
                    Verdict.Inconclusive,
                    $"{what}: orders {orders}; at least {MinPoints} points, {MinSizes} sizes and more samples would decide.")
            : off >= MinPoints ? (Verdict.Refuted, $"{what}: goes like N^-s with s = {orders}, and not {claimed}.")
            : all.All(each => Math.Abs(each.Order - order) <= each.OrderUncertainty)
                ? (Verdict.Confirmed, $"{what}: goes like N^-s with s = {orders}, as claimed {claimed}.")
            : (Verdict.Inconclusive, $"{what}: goes like N^-s with s = {orders}; claimed is {claimed}.");
        return new Finding(verdict, reason, [new Evidence($"{what}: root mean square over patterns", Columns(all), [.. all.Select(Row)])]);
    }

    private static ImmutableArray<string> Columns(SampledLadder[] all) =>
        ["point", .. all.FirstOrDefault()?.Sizes.Select(size => $"N = {size}") ?? [], "order", "+- of order", "samples"];

    private static ImmutableArray<Cell> Row(SampledLadder each) =>
        [each.Point, .. each.Values.Select(value => (Cell)value), each.Order, each.OrderUncertainty, each.Samples];
}
