using System.Collections.Immutable;

namespace FiniteNCheck.Claims.Figures;

/// <summary>What came out of a figure, for people.</summary>
/// <param name="Lines">Sentences, one per line.</param>
/// <param name="Columns">
/// The heads of a table. One that starts with <c>&lt;</c> is of texts, with <c>&lt;!</c> of texts that are not wrapped.
/// </param>
/// <param name="Rows">The rows of the table.</param>
public sealed record FigureSummary(
    ImmutableArray<string> Lines, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<Cell>> Rows);
