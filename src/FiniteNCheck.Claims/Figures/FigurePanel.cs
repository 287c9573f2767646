namespace FiniteNCheck.Claims.Figures;

/// <summary>A panel of a figure: a title and two axes; what is between them is up to its kind.</summary>
public abstract record FigurePanel
{
    /// <summary>What the panel shows.</summary>
    public required string Title { get; init; }

    /// <summary>The label of the horizontal axis, with its unit.</summary>
    public required string XLabel { get; init; }

    /// <summary>The label of the vertical axis, with its unit.</summary>
    public required string YLabel { get; init; }

    /// <summary>The height of its frame in the units of the picture; <see langword="null"/> for the usual one.</summary>
    public double? Height { get; init; }
}
