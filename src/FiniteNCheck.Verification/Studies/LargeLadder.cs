using System.Collections.Immutable;

namespace FiniteNCheck.Verification;

/// <summary>The ladder of a study at large sizes, for long runs.</summary>
/// <param name="Ladder">The ladder values n, at least four, strictly increasing.</param>
/// <param name="Tolerance">
/// Bound on the error in trace norm, or <see langword="null"/> for the study's. A covariance can be
/// wrong by 3 N times it, which must stay far below 1/N.
/// </param>
public sealed record LargeLadder(ImmutableArray<int> Ladder, double? Tolerance);
