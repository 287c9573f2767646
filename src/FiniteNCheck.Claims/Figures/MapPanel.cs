using System.Collections.Immutable;

namespace FiniteNCheck.Claims.Figures;

/// <summary>A map over a rectangular grid: colours for values, patterns for regions, lines and marks on top.</summary>
public sealed record MapPanel : FigurePanel
{
    /// <summary>The positions along the horizontal axis, increasing.</summary>
    public required ImmutableArray<double> X { get; init; }

    /// <summary>The positions along the vertical axis, increasing.</summary>
    public required ImmutableArray<double> Y { get; init; }

    /// <summary>The values, the horizontal index outermost; NaN where there is none. Empty for a map of patterns alone.</summary>
    public ImmutableArray<double> Values { get; init; } = [];

    /// <summary>The classes of the values; <see langword="null"/> for a map of patterns alone.</summary>
    public MapScale? Scale { get; init; }

    /// <summary>The regions, distinguished by patterns.</summary>
    public ImmutableArray<CellPattern> Patterns { get; init; } = [];

    /// <summary>Lines on top of the map.</summary>
    public ImmutableArray<BoundaryLine> Lines { get; init; } = [];

    /// <summary>Marks on top of the map.</summary>
    public ImmutableArray<PanelMarks> Marks { get; init; } = [];
}
