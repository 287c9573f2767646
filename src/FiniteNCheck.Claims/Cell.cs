namespace FiniteNCheck.Claims;

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
