using System.Collections.Immutable;

namespace FiniteNCheck.Claims.Figures;

/// <summary>Marked points.</summary>
/// <param name="Points">The points.</param>
/// <param name="IsFilled">Whether the marks are discs; otherwise they are rings.</param>
/// <param name="Label">What the legend calls them; <see langword="null"/> for no entry.</param>
public sealed record PanelMarks(ImmutableArray<(double X, double Y)> Points, bool IsFilled, string? Label);
