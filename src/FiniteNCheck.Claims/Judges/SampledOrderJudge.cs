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
        (Verdict verdict, string reason) = Decide();
        return new Finding(verdict, reason, [new Evidence($"{what}: root mean square over patterns", Columns(all), [.. all.Select(Row)])]);

        (Verdict Verdict, string Reason) Decide()
        {
            if (poor)
            {
                string needed = $"at least {MinPoints} points, {MinSizes} sizes and more samples would decide";
                return (Verdict.Inconclusive, $"{what}: orders {orders}; {needed}.");
            }

            string found = $"{what}: goes like N^-s with s = {orders}";
            return off >= MinPoints ? (Verdict.Refuted, $"{found}, and not {claimed}.")
                : Array.TrueForAll(all, Agrees) ? (Verdict.Confirmed, $"{found}, as claimed {claimed}.")
                : (Verdict.Inconclusive, $"{found}; claimed is {claimed}.");
        }

        bool Agrees(SampledLadder each) => Math.Abs(each.Order - order) <= each.OrderUncertainty;
    }

    private static ImmutableArray<string> Columns(SampledLadder[] all) =>
        ["point", .. all.FirstOrDefault()?.Sizes.Select(size => $"N = {size}") ?? [], "order", "+- of order", "samples"];

    private static ImmutableArray<Cell> Row(SampledLadder each) =>
        [each.Point, .. each.Values.Select(value => (Cell)value), each.Order, each.OrderUncertainty, each.Samples];
}
