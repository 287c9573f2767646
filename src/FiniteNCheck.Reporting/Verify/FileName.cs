namespace FiniteNCheck.Reporting.Verify;

/// <summary>File names made from the names of studies and predictions.</summary>
internal static class FileName
{
    // File systems take 255 bytes, and a figure's name has two such parts, its kind, and while it is written a suffix.
    private const int MaxLength = 60;

    /// <summary>
    /// The first 60 characters of a name, each run of characters other than letters, digits, dashes and underscores
    /// replaced by a dash. A name that is taken already gets a number.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="taken">The names that are taken, to which the new one is added.</param>
    public static string Create(string name, List<string> taken)
    {
        string plain = string.Concat(name.Take(MaxLength).Select((letter, i) =>
            IsPlain(letter) ? $"{letter}" : i > 0 && !IsPlain(name[i - 1]) ? "" : "-"));
        string free = plain;
        for (int number = 2; taken.Contains(free, StringComparer.OrdinalIgnoreCase); number++)
        {
            free = $"{plain}-{number}";
        }

        taken.Add(free);
        return free;
    }

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_';
}
