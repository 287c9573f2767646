namespace FiniteNCheck.Cli.Arguments;

/// <summary>Suggests corrections of mistyped words.</summary>
internal static class Suggestion
{
    /// <summary>A sentence such as <c> Did you mean 'exact'?</c>, or nothing if no word is close.</summary>
    public static string For(string found, IEnumerable<string> allowed)
    {
        string? nearest = allowed
            .Select(word => (word, distance: Distance(found.ToLowerInvariant(), word.ToLowerInvariant())))
            .Where(pair => pair.distance <= Math.Max(1, pair.word.Length / 3))
            .OrderBy(pair => pair.distance)
            .Select(pair => pair.word)
            .FirstOrDefault();
        return nearest is null ? "" : $" Did you mean '{nearest}'?";
    }

    /// <summary>The Levenshtein distance, row by row.</summary>
    private static int Distance(string a, string b)
    {
        int[] previous = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int[] current = new int[b.Length + 1];
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, 1 + Math.Min(previous[j], current[j - 1]));
            }

            previous = current;
        }

        return previous[b.Length];
    }
}
