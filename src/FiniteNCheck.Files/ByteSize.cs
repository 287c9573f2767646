using System.Globalization;

namespace FiniteNCheck.Files;

/// <summary>Memory sizes as people write them.</summary>
public static class ByteSize
{
    private static readonly Dictionary<string, double> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["B"] = 1,
        ["KB"] = 1e3,
        ["MB"] = 1e6,
        ["GB"] = 1e9,
        ["TB"] = 1e12,
        ["KiB"] = 1024,
        ["MiB"] = 1024 * 1024,
        ["GiB"] = 1024 * 1024 * 1024,
        ["TiB"] = 1024.0 * 1024 * 1024 * 1024,
    };

    /// <summary>Reads <c>8GB</c>, <c>1.5 GiB</c> or a plain number of bytes; from 1 byte to 10^18 bytes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="bytes">The number of bytes; 0 if the text is none.</param>
    public static bool TryParse(string text, out long bytes)
    {
        ArgumentNullException.ThrowIfNull(text);
        int end = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        string unit = text[end..].Trim();
        bytes = 0;
        if (!double.TryParse(text[..end], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
            || !Units.TryGetValue(unit.Length == 0 ? "B" : unit, out double factor))
        {
            return false;
        }

        double total = Math.Floor(number * factor);
        bytes = total is >= 1 and <= 1e18 ? (long)total : 0;
        return bytes > 0;
    }
}
