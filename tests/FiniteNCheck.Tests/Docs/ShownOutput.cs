namespace FiniteNCheck.Tests.Docs;

/// <summary>
/// What a page shows of a command's output: a line <c>...</c> stands for any number of lines, a line
/// that ends in <c> ...</c> is cut off there.
/// </summary>
internal static class ShownOutput
{
    private const string LeftOut = "...";

    /// <summary>Why the output is not what is shown, or <see langword="null"/>.</summary>
    /// <param name="shown">The lines of the page.</param>
    /// <param name="obtained">The output.</param>
    public static string? Difference(IReadOnlyList<string> shown, string obtained)
    {
        string[] lines = obtained.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        int next = 0;
        bool anywhere = false;
        foreach (string expected in shown)
        {
            if (expected.Trim() is LeftOut)
            {
                anywhere = true;
                continue;
            }

            int found =
                anywhere ? Array.FindIndex(lines, next, line => Agree(expected, line))
                : next < lines.Length && Agree(expected, lines[next]) ? next
                : -1;
            if (found < 0)
            {
                return $"shown is '{expected}', and obtained "
                    + $"{(next < lines.Length ? $"'{lines[next]}'{(anywhere ? " and what follows" : "")}" : "nothing more")}";
            }

            next = found + 1;
            anywhere = false;
        }

        return anywhere || next == lines.Length ? null : $"nothing more is shown, and obtained '{lines[next]}'";
    }

    private static bool Agree(string shown, string line) => shown.EndsWith($" {LeftOut}", StringComparison.Ordinal)
        ? line.StartsWith(shown[..^LeftOut.Length].TrimEnd(), StringComparison.Ordinal)
        : string.Equals(shown.TrimEnd(), line.TrimEnd(), StringComparison.Ordinal);
}
