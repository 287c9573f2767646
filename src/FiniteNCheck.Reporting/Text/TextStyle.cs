namespace FiniteNCheck.Reporting.Text;

/// <summary>The style of a page of text.</summary>
/// <param name="Color">Whether ANSI colours are allowed; never for files, pipes or under <c>NO_COLOR</c>.</param>
/// <param name="Width">Columns of text; a page is at least <see cref="MinWidth"/> wide.</param>
public sealed record TextStyle(bool Color, int Width)
{
    /// <summary>The minimum width: a narrower terminal breaks the lines itself.</summary>
    public const int MinWidth = 20;

    /// <summary>Plain text, 100 columns wide: what files and pipes get.</summary>
    public static TextStyle Plain { get; } = new(Color: false, Width: 100);
}
