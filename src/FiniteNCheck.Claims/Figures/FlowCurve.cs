using System.Collections.Immutable;

namespace FiniteNCheck.Claims.Figures;

/// <summary>A curve along a flow.</summary>
/// <param name="Points">Its points, in the order of time.</param>
/// <param name="IsCycle">Whether it is a closed orbit; otherwise a trajectory from its first point.</param>
/// <param name="Label">What the legend calls it; <see langword="null"/> for no entry.</param>
public sealed record FlowCurve(ImmutableArray<(double X, double Y)> Points, bool IsCycle, string? Label = null);
