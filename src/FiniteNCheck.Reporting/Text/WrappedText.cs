namespace FiniteNCheck.Reporting.Text;

/// <summary>Text on lines of whole words.</summary>
internal static class WrappedText
{
    /// <summary>The lines, none longer than a width unless a word is.</summary>
    /// <param name="text">The text, words between single blanks.</param>
    /// <param name="width">The width in letters.</param>
    public static string[] Lines(string text, int width)
    {
        List<string> lines = [];
        foreach (string word in text.Split(' '))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= width)
            {
                lines[^1] += $" {word}";
            }
            else
            {
                lines.Add(word);
            }
        }

        return [.. lines];
    }
}
