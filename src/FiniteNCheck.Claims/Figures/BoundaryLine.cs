using System.Collections.Immutable;

namespace FiniteNCheck.Claims.Figures;

/// <summary>A line on a map.</summary>
/// <param name="Points">Its points; an infinite coordinate stands for the edge of the map.</param>
/// <param name="Style">How it is drawn.</param>
/// <param name="Label">What the legend calls it.</param>
public sealed record BoundaryLine(ImmutableArray<(double X, double Y)> Points, BoundaryStyle Style, string Label);
