using System.Collections.Immutable;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Verification;

/// <summary>What a ladder of exact values says by itself, before any prediction is looked at.</summary>
public sealed record LadderReading
{
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
}
