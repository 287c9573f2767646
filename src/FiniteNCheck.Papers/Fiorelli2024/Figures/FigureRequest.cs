using System.Collections.Immutable;
using FiniteNCheck.Verification.Runs;

namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>Which figures to compute, and how finely.</summary>
public sealed record FigureRequest
{
    /// <summary>The figures.</summary>
    public required ImmutableArray<PaperFigure> Figures { get; init; }

    /// <summary>The grid of the maps.</summary>
    public GridSize Grid { get; init; } = new(45, 45);

    /// <summary>The numbers of spins of the exact counterpart of figure 3, even; none: it is left out.</summary>
    public ImmutableArray<int> FiniteSizes { get; init; } = [];

    /// <summary>The grid of the exact counterpart; <see langword="null"/> for <see cref="UsualFiniteGrid"/>.</summary>
    public GridSize? FiniteGrid { get; init; }

    /// <summary>
    /// How it is computed: threads, which no number depends on; and where the exact solutions are kept, so that a run
    /// that was stopped goes on.
    /// </summary>
    public RunOptions Run { get; init; } = new();

    /// <summary>
    /// The grid of a size where none is asked for: those of 100, 400 and 1,600 spins together take hours, and their points lie on
    /// the grid of the limit.
    /// </summary>
    /// <param name="spins">The number of spins.</param>
    public static GridSize UsualFiniteGrid(int spins) => spins switch
    {
        <= 100 => new GridSize(45, 45),
        <= 400 => new GridSize(23, 23),
        _ => new GridSize(12, 12),
    };
}
