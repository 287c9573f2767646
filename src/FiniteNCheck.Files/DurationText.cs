using System.Globalization;

namespace FiniteNCheck.Files;

/// <summary>Durations as people write them.</summary>
public static class DurationText
{
    private static readonly Dictionary<string, int> Units = new(StringComparer.Ordinal)
    {
        ["s"] = 1,
        ["min"] = 60,
        ["h"] = 3600,
    };

    /// <summary>Reads <c>60</c> or <c>60 s</c>, <c>5 min</c>, <c>2 h</c>: whole numbers from 1 up to a month.</summary>
    /// <param name="text">The text.</param>
    /// <param name="seconds">The number of seconds; 0 if the text is none.</param>
    public static bool TryParse(string text, out int seconds)
    {
        ArgumentNullException.ThrowIfNull(text);
        int end = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        string unit = text[end..].Trim();
        seconds = 0;
        if (!int.TryParse(text[..end], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            || !Units.TryGetValue(unit.Length == 0 ? "s" : unit, out int factor))
        {
            return false;
        }

        long total = (long)number * factor;
        seconds = total is >= 1 and <= MaxSeconds ? (int)total : 0;
        return seconds > 0;
    }

    /// <summary>The longest duration: 30 days.</summary>
    public const int MaxSeconds = 30 * 86_400;
}
