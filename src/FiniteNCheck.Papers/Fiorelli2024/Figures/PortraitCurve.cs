using System.Collections.Immutable;

namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>A curve of a portrait.</summary>
/// <param name="IsCycle">Whether it is the limit cycle; otherwise a trajectory from its first point.</param>
/// <param name="Points">Its points, in the order of time.</param>
public sealed record PortraitCurve(bool IsCycle, ImmutableArray<PortraitPoint> Points);
