using System.Collections.Immutable;

namespace FiniteNCheck.Claims.Figures;

/// <summary>Numbers of a figure, as a table of their own.</summary>
/// <param name="Name">The name of its file, without the ending.</param>
/// <param name="Columns">The names of its columns.</param>
/// <param name="Rows">Its rows, with a cell per column; NaN for a missing number.</param>
public sealed record FigureTable(string Name, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<Cell>> Rows);
