using System.Collections.Immutable;

namespace FiniteNCheck.Tests.Browser;

/// <summary>How a page is looked at.</summary>
/// <param name="Name">The name in tests and of screenshots.</param>
/// <param name="Width">The width of the window in CSS pixels.</param>
/// <param name="IsDark">Whether the reader prefers a dark page.</param>
/// <param name="IsPrint">Whether it is laid out for paper.</param>
internal sealed record PageView(string Name, int Width, bool IsDark = false, bool IsPrint = false)
{
    /// <summary>The height of the window.</summary>
    public const int Height = 900;

    /// <summary>A telephone and a large window, light and dark, and A4 paper between margins of 1 cm.</summary>
    public static ImmutableArray<PageView> All { get; } =
    [
        new("360-light", 360),
        new("360-dark", 360, IsDark: true),
        new("1440-light", 1440),
        new("1440-dark", 1440, IsDark: true),
        new("1920-light", 1920),
        new("1920-dark", 1920, IsDark: true),
        new("print", 718, IsPrint: true),
    ];

    /// <summary>The view of a small page that is wide enough.</summary>
    public static PageView Plain { get; } = All[2];
}
