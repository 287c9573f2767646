using System.Collections.Immutable;

namespace FiniteNCheck.Claims;

/// <summary>Numbers that bear on a statement, as a table.</summary>
/// <param name="Title">What the table shows.</param>
/// <param name="Columns">The names of its columns, units included.</param>
/// <param name="Rows">The rows, as many cells each as there are columns.</param>
public sealed record Evidence(string Title, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<Cell>> Rows);

/// <summary>One cell of a table: a number or a text.</summary>
public readonly record struct Cell
{
    private Cell(string? text, double number)
    {
        Text = text;
        Number = number;
    }

    /// <summary>The text, or <see langword="null"/> for a number.</summary>
    public string? Text { get; }

    /// <summary>The number; NaN for a text.</summary>
    public double Number { get; }

    /// <summary>A number.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator Cell(double number) => new(null, number);

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator Cell(string text) => new(text, double.NaN);

    /// <summary>A number.</summary>
    /// <param name="number">The number.</param>
    public static Cell FromDouble(double number) => number;

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    public static Cell FromString(string text) => text;
}
