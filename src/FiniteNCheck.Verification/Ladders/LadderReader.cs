using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Verification.Ladders;

/// <summary>
/// Extrapolates a limit and an order from exact values at a ladder of sizes. Sizes that must not be fitted are dropped, with a reason.
/// </summary>
public static class LadderReader
{
    /// <summary>
    /// Largest share of the finite-size error that the integrator's error may have. At 1/100 it shifts an observed order by at most a few
    /// hundredths, which is what "far below" has to mean.
    /// </summary>
    public const double MaxErrorShare = 0.01;

    /// <summary>
    /// A limit known to this share of the whole finite-size correction stands even if the corrections are not a power series, as when they
    /// vanish faster than any power.
    /// </summary>
    public const double SettledShare = 0.01;

    // 1.4^4: the range that the smallest readable ladder spans.
    private const int RoomForALadder = 4;

    /// <summary>Reads a ladder.</summary>
    /// <param name="points">The points, smallest size first; points with a reason to be dropped are not used.</param>
    /// <param name="foreseen">
    /// The corrections that theory predicts, or <see langword="null"/>; they can only make the reading more cautious.
    /// </param>
    public static LadderReading Read(ImmutableArray<LadderPoint> points, ForeseenCorrections? foreseen = null)
    {
        if (ToLadder(points) is { Count: >= Ladder.MinPoints, IsConstant: true } constant)
        {
            return new LadderReading
            {
                Points = points,
                Limit = LadderLimit.Read(constant),
                Order = null,
                IsConstant = true,
                Reason = null,
                Fitted = constant,
            };
        }

        ImmutableArray<LadderPoint> reached = DropOutOfReach(points, out string? reason);
        if (reason is not null || ToLadder(reached).Count < Ladder.MinPoints)
        {
            return Unreadable(reached, reason ?? TooFew(reached), SizeBeyondDropped(reached));
        }

        double limit = LadderLimit.Read(ToLadder(reached)).Value;
        ImmutableArray<LadderPoint> kept = [.. reached.Select(point => DropInexact(point, limit))];
        Ladder ladder = ToLadder(kept);
        if (ladder.Count < Ladder.MinPoints)
        {
            return Unreadable(kept, TooFew(kept), sizeToRead: null);
        }

        OrderEstimate? order = LadderOrder.Read(ladder);
        LimitEstimate read = LadderLimit.Read(ladder, order, foreseen);
        bool isFinite = double.IsFinite(read.Uncertainty);
        return new LadderReading
        {
            Points = kept,
            Limit = isFinite ? read : null,
            Order = order,
            IsConstant = false,
            Reason = isFinite ? null : "the values do not settle on a limit; larger n, or a shorter t, would decide",
            Fitted = ladder,
            Foreseen = foreseen,
        };
    }

    private static Ladder ToLadder(ImmutableArray<LadderPoint> points)
    {
        LadderPoint[] used = [.. points.Where(point => point.DroppedBecause is null)];
        return new Ladder(
            used.Select(point => (double)point.N), used.Select(point => point.Value), used.Select(point => point.IntegrationError));
    }

    /// <summary>Drops the sizes that lie off the power series in 1/N through the larger ones.</summary>
    private static ImmutableArray<LadderPoint> DropOutOfReach(ImmutableArray<LadderPoint> points, out string? reason)
    {
        reason = null;
        Ladder ladder = ToLadder(points);
        int count = LadderReach.CountOutOfReach(ladder);
        if (count == 0)
        {
            return points;
        }

        if (ladder.Count - count >= Ladder.MinPoints)
        {
            return DropUpTo(points, (int)ladder.Sizes[count - 1], ladder);
        }

        LimitEstimate limit = LadderLimit.Read(ladder);
        if (limit.Uncertainty <= SettledShare * ladder.Values.Max(value => Math.Abs(value - limit.Value)))
        {
            return points;
        }

        int largest = (int)ladder.Sizes[count - 1];
        reason =
            $"sizes up to n = {largest} are out of reach of a power series in 1/N (so small a system has left the state that the limit "
            + $"describes, or is too small for the series), and fewer than {Ladder.MinPoints} larger ones are there; "
            + $"at least {Ladder.MinPoints} sizes above n = {largest}, or a shorter t, would decide";
        return DropUpTo(points, largest, ladder);
    }

    private static ImmutableArray<LadderPoint> DropUpTo(ImmutableArray<LadderPoint> points, int largest, Ladder ladder) =>
    [
        .. points.Select(point => point.DroppedBecause is not null || point.N > largest
            ? point
            : point with { DroppedBecause = OutOfReach(point, ladder) }),
    ];

    private static string OutOfReach(LadderPoint point, Ladder ladder)
    {
        double miss = LadderReach.Miss(ladder, ladder.Sizes.IndexOf(point.N));
        return miss > LadderReach.MaxMiss
            ? $"n = {point.N} lies off the 1/N series through the larger sizes by {Numeral.Of(100 * miss, 2)} % of all that changes from "
                + "there on: so small a system has left the state that the limit describes, or is too small for the series"
            : $"n = {point.N} is smaller than a size that the 1/N series does not reach";
    }

    private static LadderPoint DropInexact(LadderPoint point, double limit)
    {
        double finiteSize = Math.Abs(point.Value - limit);
        return point.DroppedBecause is null && point.IntegrationError > MaxErrorShare * finiteSize
            ? point with
            {
                DroppedBecause =
                    $"the integration error {Numeral.Error(point.IntegrationError)} at n = {point.N} is not far below the finite-size "
                    + $"error {Numeral.Error(finiteSize)}",
            }
            : point;
    }

    private static LadderReading Unreadable(ImmutableArray<LadderPoint> points, string reason, int? sizeToRead) =>
        new() { Points = points, Limit = null, Order = null, IsConstant = false, Reason = reason, SizeToRead = sizeToRead };

    /// <summary>
    /// The smallest maximum size that leaves room, above the largest dropped size, for a readable ladder in steps of a factor 1.4.
    /// </summary>
    private static int? SizeBeyondDropped(ImmutableArray<LadderPoint> points)
    {
        long dropped = points.LastOrDefault(point => point.DroppedBecause is not null)?.N ?? 0;
        long size = Math.Max(RoomForALadder * dropped, points.LastOrDefault()?.N ?? 0);
        return size is > 0 and <= int.MaxValue ? (int)size : null;
    }

    private static string TooFew(ImmutableArray<LadderPoint> points)
    {
        string? cause = points.LastOrDefault(point => point.DroppedBecause is not null)?.DroppedBecause;
        int used = points.Count(point => point.DroppedBecause is null);
        return $"{used} of {points.Length} sizes can be used{(cause is null ? string.Empty : $" ({cause})")}; "
            + $"at least {Ladder.MinPoints} usable sizes would decide: larger n, a shorter t, "
            + "or a smaller tolerance where the integration error is the reason";
    }
}
