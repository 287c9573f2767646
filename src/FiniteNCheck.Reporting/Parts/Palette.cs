using System.Collections.Immutable;

namespace FiniteNCheck.Reporting.Parts;

/// <summary>The colours of curves, readable on light and dark backgrounds. Dashes or marks also tell the curves apart.</summary>
internal static class Palette
{
    /// <summary>The prediction under test.</summary>
    public const string Predicted = "#c2570c";

    /// <summary>Another prediction of the same numbers.</summary>
    public const string Rival = "#2f7fb8";

    /// <summary>What is there for orientation only.</summary>
    public const string Faint = "#888888";

    /// <summary>Colours and dashes of curves of one kind, one after the other.</summary>
    public static ImmutableArray<(string Stroke, string? Dash)> Series { get; } =
        [(Predicted, null), (Rival, "7 3"), ("#5b8c2a", "2 3"), ("#9a5fb0", "9 3 2 3"), ("#888888", "4 4"), ("#b3873a", "1 4")];
}
