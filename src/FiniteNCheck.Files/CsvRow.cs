using System.Collections.Immutable;

namespace FiniteNCheck.Files;

/// <summary>A row of a table.</summary>
/// <param name="Line">Its line in the file, counted from 1.</param>
/// <param name="Fields">Its fields.</param>
public sealed record CsvRow(int Line, ImmutableArray<string> Fields);
