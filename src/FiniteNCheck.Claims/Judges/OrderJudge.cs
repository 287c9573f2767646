using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Claims.Judges;

/// <summary>
/// Decides with which power of 1/N a quantity falls that is computed without noise, from its exponents between neighbouring sizes. For a
/// statement whose constant is too generous to be broken at any size within reach.
/// </summary>
public static class OrderJudge
{
    /// <summary>The minimum number of points for a decision.</summary>
    public const int MinPoints = 3;

    /// <summary>The minimum number of sizes of a point: two exponents show whether they have settled.</summary>
    public const int MinSizes = 3;

    // Orders in question differ by 1/2.
    private const double Agreement = 0.15;
    private const double Refutation = 0.35;
    private const double Settled = 0.05;

    /// <summary>
    /// Judges an order: confirmed where the last exponent of every point is within 0.15 of it, refuted where at least three points lie off
    /// it by more than 0.35 and their last two exponents agree within 0.05.
    /// </summary>
    /// <param name="what">The quantity.</param>
    /// <param name="values">The quantity by point and size, smallest size first; positive.</param>
    /// <param name="order">The claimed exponent s of <c>N^-s</c>; negative for a quantity that grows.</param>
    public static Finding Judge(string what, IEnumerable<(string Point, int N, double Value)> values, double order)
    {
        (string Point, int N, double Value)[][] points =
            [.. values.GroupBy(each => each.Point, StringComparer.Ordinal).Select(group => group.ToArray())];
        var evidence = new Evidence(
            what, ["point", "N", "value", "order"], [.. points.SelectMany(point => point.Select((each, k) => Row(point, k)))]);
        (Verdict verdict, string reason) = Decide();
        return new Finding(verdict, reason, [evidence]);

        (Verdict Verdict, string Reason) Decide()
        {
            if (points.Length < MinPoints || points.Min(point => point.Length) < MinSizes)
            {
                return (Verdict.Inconclusive, $"{what}: {points.Length} points; {MinPoints} with {MinSizes} sizes each would decide.");
            }

            double[] last = [.. points.Select(point => Exponent(point, point.Length - 1))];
            int off = points.Zip(last).Count(each => IsSettled(each.First) && Math.Abs(each.Second - order) > Refutation);
            string found = $"{what}: goes like N^-s with s from {Numeral.Of(last.Min(), 3)} to {Numeral.Of(last.Max(), 3)}";
            return off >= MinPoints ? (Verdict.Refuted, $"{found}, and not {Numeral.Of(order)}.")
                : Array.TrueForAll(last, exponent => Math.Abs(exponent - order) <= Agreement)
                    ? (Verdict.Confirmed, $"{found}, as claimed {Numeral.Of(order)}.")
                : (Verdict.Inconclusive, $"{found}; claimed is {Numeral.Of(order)}. Larger N would decide.");
        }
    }

    private static bool IsSettled((string Point, int N, double Value)[] point) =>
        Math.Abs(Exponent(point, point.Length - 1) - Exponent(point, point.Length - 2)) <= Settled;

    // From the size before to this one.
    private static double Exponent((string Point, int N, double Value)[] point, int k) =>
        -Math.Log(point[k].Value / point[k - 1].Value) / Math.Log((double)point[k].N / point[k - 1].N);

    private static ImmutableArray<Cell> Row((string Point, int N, double Value)[] point, int k) =>
        [point[k].Point, point[k].N, point[k].Value, k == 0 ? (Cell)"" : Exponent(point, k)];
}
