namespace FiniteNCheck.Reporting.Text;

/// <summary>How a table may look.</summary>
/// <param name="Color">Whether ANSI colours are allowed; never for files, pipes or under <c>NO_COLOR</c>.</param>
/// <param name="Width">Columns of text; a page is at least <see cref="MinWidth"/> wide.</param>
public sealed record TextStyle(bool Color, int Width)
{
    /// <summary>The narrowest page: a narrower terminal shows this one with its lines broken.</summary>
    public const int MinWidth = 20;

    /// <summary>Plain text, 100 columns wide: what files and pipes get.</summary>
    public static TextStyle Plain { get; } = new(Color: false, Width: 100);
}
