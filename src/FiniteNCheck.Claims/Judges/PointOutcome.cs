using System.Collections.Immutable;

namespace FiniteNCheck.Claims.Judges;

/// <summary>What happens at one point according to a statement, and according to the numbers.</summary>
/// <param name="Point">The point.</param>
/// <param name="Claimed">What happens there by the statement.</param>
/// <param name="Observed">What the numbers show, in the same words, or <see langword="null"/> where they do not decide.</param>
/// <param name="Numbers">The numbers that show it.</param>
public sealed record PointOutcome(string Point, string Claimed, string? Observed, ImmutableArray<double> Numbers);
