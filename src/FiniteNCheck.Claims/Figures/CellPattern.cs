using System.Collections.Immutable;

namespace FiniteNCheck.Claims.Figures;

/// <summary>A region of a map, covered by a pattern.</summary>
/// <param name="Covered">Whether each cell belongs to it, in the order of the values.</param>
/// <param name="Kind">The pattern.</param>
/// <param name="Label">What the legend calls it; <see langword="null"/> for no entry.</param>
public sealed record CellPattern(ImmutableArray<bool> Covered, CellPatternKind Kind, string? Label = null);
