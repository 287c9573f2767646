using System.Collections.Immutable;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Verification.Ladders;

/// <summary>The limit and order of a ladder of exact values, read without reference to any prediction.</summary>
public sealed record LadderReading
{
    /// <summary>
    /// The order that a claimed order of 1 competes with: that of uncompensated fluctuations. Values that converge at this order or a lower
    /// one have not settled, and an interval that includes it confirms nothing. The rival of another claimed order lies as far below it.
    /// </summary>
    public const double RivalOrder = 0.5;

    // Once the first correction is this share of the quantity, the next is of the order of its square: the series has begun to converge.
    private const double SettledShare = 0.1;

    /// <summary>The points, smallest size first; points that are not used carry the reason.</summary>
    public required ImmutableArray<LadderPoint> Points { get; init; }

    /// <summary>The limit, or <see langword="null"/> if none can be read; <see cref="Reason"/> then says why.</summary>
    public required LimitEstimate? Limit { get; init; }

    /// <summary>The observed order, or <see langword="null"/> if the ladder is constant or shows none.</summary>
    public required OrderEstimate? Order { get; init; }

    /// <summary>Whether all values agree within their error bounds: there is nothing to extrapolate, and no order.</summary>
    public required bool IsConstant { get; init; }

    /// <summary>
    /// Why no limit can be read and what would help, as two clauses without a full stop; <see langword="null"/> if there is a limit.
    /// </summary>
    public required string? Reason { get; init; }

    /// <summary>The sizes that were fitted, or <see langword="null"/> if there are too few.</summary>
    internal Ladder? Fitted { get; init; }

    /// <summary>The corrections that theory predicts, or <see langword="null"/> if the reading rests on the ladder alone.</summary>
    internal ForeseenCorrections? Foreseen { get; init; }

    /// <summary>
    /// Whether the ladder has demonstrably settled; one that has not cannot refute. Its values agree within their error bounds, or converge
    /// at an order above <see cref="RivalOrder"/>. If theory predicts no corrections, the whole interval of the order must also lie within
    /// 1/2 of a whole number, as the powers of 1/N do: a ladder on a plateau can show any order.
    /// </summary>
    public bool IsSettled => IsConstant || (Order is { } order && order.Lower > RivalOrder && (IsAided || IsNearWholePower(order)));

    /// <summary>Whether the uncertainty includes the corrections that theory predicts; otherwise it rests on the ladder alone.</summary>
    public bool IsAided => Foreseen?.Coefficient is not null;

    /// <summary>
    /// If sizes were dropped and no limit can be read: an estimate of the largest size that would give
    /// one; otherwise <see langword="null"/>.
    /// </summary>
    public int? SizeToRead { get; init; }

    /// <summary>
    /// Estimate of the largest size that would settle the ladder: twice the present one or, if theory predicts a larger size, the one at
    /// which the first correction is a tenth of the quantity itself.
    /// </summary>
    public int? SizeToSettle => Whole(Math.Max(2.0 * Points[^1].N, Foreseen is null ? 0 : Foreseen.Reach / SettledShare));

    /// <summary>Whether the limit is known to a given resolution.</summary>
    /// <param name="resolution">The largest useful uncertainty, relative to <c>max(1, |limit|)</c>.</param>
    public bool IsResolved(double resolution) => Limit is { } limit && limit.Uncertainty <= MaxUncertainty(resolution);

    /// <summary>The largest useful uncertainty of the limit.</summary>
    /// <param name="resolution">The same relative to <c>max(1, |limit|)</c>.</param>
    internal double MaxUncertainty(double resolution) => resolution * Math.Max(1, Math.Abs(Limit!.Value));

    /// <summary>
    /// Estimate of the largest size at which the limit would reach a target uncertainty;
    /// <see langword="null"/> if no larger size is expected to help.
    /// </summary>
    /// <param name="target">The target uncertainty, positive.</param>
    public int? SizeFor(double target) => Fitted is null || IsConstant ? null : Whole(LadderLimit.SizeFor(Fitted, Foreseen, target));

    private static bool IsNearWholePower(OrderEstimate order) =>
        Math.Max(1, Math.Round(order.Value)) is var power && order.Lower > power - 0.5 && order.Upper < power + 0.5;

    private static int? Whole(double size) => size <= int.MaxValue ? (int)Math.Ceiling(size) : null;
}
