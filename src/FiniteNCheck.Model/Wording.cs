using System.Globalization;
using System.Text;

namespace FiniteNCheck.Model;

/// <summary>Quotes input in messages and recognises misspellings.</summary>
public static class Wording
{
    /// <summary>The number of characters after which quoted input is cut off.</summary>
    private const int MaxQuoteLength = 60;

    /// <summary>The input in single quotes, on one line and cut off after 60 characters.</summary>
    /// <param name="input">The input.</param>
    public static string Quote(string input) => $"'{OneLine(Shorten(input))}'";

    /// <summary>The text with every control character and line separator escaped.</summary>
    /// <param name="text">The text.</param>
    public static string OneLine(string text)
    {
        if (!text.Any(IsUnprintable))
        {
            return text;
        }

        StringBuilder line = new();
        foreach (char c in text)
        {
            _ = c switch
            {
                '\n' => line.Append("\\n"),
                '\r' => line.Append("\\r"),
                '\t' => line.Append("\\t"),
                _ when IsUnprintable(c) => line.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => line.Append(c),
            };
        }

        return line.ToString();
    }

    /// <summary>The sentence <c>Did you mean 'x'?</c> for the closest candidate, or a fallback if none is close.</summary>
    /// <param name="found">What the user wrote.</param>
    /// <param name="candidates">The valid words.</param>
    /// <param name="otherwise">The fallback, a full sentence.</param>
    public static string DidYouMean(string found, IEnumerable<string> candidates, string otherwise)
    {
        string? nearest = candidates
            .Select(candidate => (candidate, distance: EditDistance(Shorten(found), candidate)))
            .Where(pair => pair.distance <= Math.Max(1, pair.candidate.Length / 3) && pair.distance < pair.candidate.Length)
            .OrderBy(pair => pair.distance)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
        return nearest is null ? otherwise : $"Did you mean '{nearest}'?";
    }

    /// <summary>A number of things, such as <c>1 argument</c> or <c>2 arguments</c>.</summary>
    /// <param name="count">The number.</param>
    /// <param name="noun">The singular of what is counted; its plural ends in s.</param>
    public static string Count(int count, string noun) =>
        $"{count.ToString(CultureInfo.InvariantCulture)} {noun}{(count == 1 ? string.Empty : "s")}";

    private static bool IsUnprintable(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';

    private static string Shorten(string input) => input.Length <= MaxQuoteLength ? input : input[..MaxQuoteLength] + "...";

    /// <summary>
    /// The number of letters to insert, delete, replace or swap with a neighbour, ignoring case (optimal string alignment distance).
    /// </summary>
    private static int EditDistance(string a, string b)
    {
        int[,] d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[i, j] = i + j;
                    continue;
                }

                int replaced = d[i - 1, j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1);
                d[i, j] = Math.Min(replaced, 1 + Math.Min(d[i - 1, j], d[i, j - 1]));
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
