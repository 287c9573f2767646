namespace FiniteNCheck.Tests.Reporting.Agreement;

/// <summary>A table as a reader of some format finds it, its cells in plain text.</summary>
/// <param name="Heading">The heading above it.</param>
/// <param name="Caption">The line before it.</param>
/// <param name="Columns">The heads of its columns.</param>
/// <param name="Rows">The cells.</param>
internal sealed record PrintedTable(string Heading, string Caption, string[] Columns, string[][] Rows);
