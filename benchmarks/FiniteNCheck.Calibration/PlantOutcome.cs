using FiniteNCheck.Verification;

namespace FiniteNCheck.Calibration;

/// <summary>A planted error and its verdict.</summary>
/// <param name="Kind">What was planted.</param>
/// <param name="Distance">How far the planted numbers lie from the true ones, in uncertainties, at the worst element that has one.</param>
/// <param name="IsSettled">Whether the right value of the planted element was confirmed: the ladder had settled.</param>
/// <param name="Verdict">The verdict.</param>
public sealed record PlantOutcome(string Kind, double Distance, bool IsSettled, Verdict Verdict);
