using System.Collections.Immutable;

namespace FiniteNCheck.Verification;

/// <summary>A quantity of the user's own at one time: its exact values and their limit, whatever is predicted.</summary>
/// <param name="Name">The name.</param>
/// <param name="Formula">What it is, as the study writes it.</param>
/// <param name="Time">The time.</param>
/// <param name="Ladder">The exact values, smallest size first.</param>
/// <param name="Limit">The limit extrapolated from them, or NaN if there is none.</param>
/// <param name="LimitUncertainty">Its uncertainty, or NaN.</param>
/// <param name="Order">The observed order of the approach, or <see langword="null"/> if there is none.</param>
/// <param name="OrderUncertainty">The half-width of the interval of the order, or <see langword="null"/>.</param>
public sealed record QuantityFinding(
    string Name,
    string Formula,
    double Time,
    ImmutableArray<LadderPoint> Ladder,
    double Limit,
    double LimitUncertainty,
    double? Order,
    double? OrderUncertainty);
