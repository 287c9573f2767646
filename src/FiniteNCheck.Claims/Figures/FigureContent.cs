using System.Collections.Immutable;

namespace FiniteNCheck.Claims.Figures;

/// <summary>What a figure shows, whatever it is drawn with.</summary>
public sealed record FigureContent
{
    /// <summary>The name of its picture, without the ending.</summary>
    public required string Name { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>How it was computed and what it shows, in full sentences.</summary>
    public required string Caption { get; init; }

    /// <summary>Its panels, row by row.</summary>
    public required ImmutableArray<FigurePanel> Panels { get; init; }

    /// <summary>Panels per row.</summary>
    public required int Columns { get; init; }

    /// <summary>The numbers in it.</summary>
    public required ImmutableArray<FigureTable> Tables { get; init; }
}
