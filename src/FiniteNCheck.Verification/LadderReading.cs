using System.Collections.Immutable;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Verification;

/// <summary>What a ladder of exact values says by itself, before any prediction is looked at.</summary>
public sealed record LadderReading
{
    // A correction of this share of the quantity is followed by one of its square: the series has begun to converge.
    private const double SettledShare = 0.1;

    /// <summary>The points, smallest size first, those not used named with the reason.</summary>
    public required ImmutableArray<LadderPoint> Points { get; init; }

    /// <summary>The limit, or <see langword="null"/> where none can be read; <see cref="Trouble"/> then says why.</summary>
    public required LimitEstimate? Limit { get; init; }

    /// <summary>The observed order, or <see langword="null"/> where the ladder is constant or shows none.</summary>
    public required OrderEstimate? Order { get; init; }

    /// <summary>Whether all values agree within their errors: there is nothing to extrapolate and no order.</summary>
    public required bool IsConstant { get; init; }

    /// <summary>Why no limit can be read and what would help: two clauses without a full stop; or <see langword="null"/>.</summary>
    public required string? Trouble { get; init; }

    /// <summary>The sizes that were fitted, or <see langword="null"/> where there are too few.</summary>
    internal Ladder? Fitted { get; init; }

    /// <summary>What theory says of the corrections, or <see langword="null"/> where the reading rests on the ladder alone.</summary>
    internal ForeseenCorrections? Foreseen { get; init; }

    /// <summary>
    /// Whether the ladder has demonstrably settled, without which it refutes nothing: its values agree within their errors, or approach the limit at an
    /// order that is told from <see cref="ElementJudge.RivalOrder"/>. Where theory does not say how far the corrections reach, the whole interval must
    /// also lie within 1/2 of a whole number, as the powers of 1/N do: a ladder on a plateau shows any order.
    /// </summary>
    public bool IsSettled => IsConstant || (Order is { } order && order.Lower > ElementJudge.RivalOrder && (IsAided || IsNearWholePower(order)));

    /// <summary>Whether theory stands behind the uncertainty; otherwise it rests on the ladder alone.</summary>
    public bool IsAided => Foreseen is not null;

    /// <summary>Where sizes are left out and no limit can be read: about which largest size would show one; otherwise <see langword="null"/>.</summary>
    public int? SizeToRead { get; init; }

    /// <summary>
    /// About which largest size would settle a ladder that has not: where theory tells, the one at which the first correction is a tenth of the quantity
    /// itself, and twice the largest one at least.
    /// </summary>
    public int? SizeToSettle => Whole(Math.Max(2.0 * Points[^1].N, Foreseen is null ? 0 : Foreseen.Reach / SettledShare));

    /// <summary>Whether the limit is known to a resolution.</summary>
    /// <param name="resolution">The largest meaningful uncertainty, relative to <c>max(1, |limit|)</c>.</param>
    public bool IsResolved(double resolution) => Limit is { } limit && limit.Uncertainty <= MaxUncertainty(resolution);

    /// <summary>The largest uncertainty of the limit that still means something.</summary>
    /// <param name="resolution">The same relative to <c>max(1, |limit|)</c>.</param>
    internal double MaxUncertainty(double resolution) => resolution * Math.Max(1, Math.Abs(Limit!.Value));

    /// <summary>About which largest size the limit would be known to a target; <see langword="null"/> where no larger size is foreseen to help.</summary>
    /// <param name="target">The uncertainty wanted, positive.</param>
    public int? SizeFor(double target) => Fitted is null || IsConstant ? null : Whole(LadderLimit.SizeFor(Fitted, Foreseen, target));

    private static bool IsNearWholePower(OrderEstimate order) =>
        Math.Max(1, Math.Round(order.Value)) is var power && order.Lower > power - 0.5 && order.Upper < power + 0.5;

    private static int? Whole(double size) => size <= int.MaxValue ? (int)Math.Ceiling(size) : null;
}
