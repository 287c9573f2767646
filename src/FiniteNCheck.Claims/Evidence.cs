using System.Collections.Immutable;

namespace FiniteNCheck.Claims;

/// <summary>Evidence for or against a statement, as a table.</summary>
/// <param name="Title">What the table shows.</param>
/// <param name="Columns">The names of its columns, units included.</param>
/// <param name="Rows">The rows, as many cells each as there are columns.</param>
public sealed record Evidence(string Title, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<Cell>> Rows);
