using System.Collections.Immutable;

namespace FiniteNCheck.Verification;

/// <summary>The sizes of a study's long run.</summary>
/// <param name="Ladder">The ladder values n, at least four, strictly increasing.</param>
/// <param name="Tolerance">
/// Bound of the error in trace norm, or <see langword="null"/> for the study's. A covariance can be wrong by 3 N times it, which must stay far below 1/N.
/// </param>
public sealed record LargeLadder(ImmutableArray<int> Ladder, double? Tolerance);
