namespace FiniteNCheck.Reporting;

/// <summary>The command line that makes a result again.</summary>
internal static class ReproduceCommand
{
    /// <summary>The command line of a verification, a ledger or a set of figures.</summary>
    /// <param name="provenance">Where the result comes from.</param>
    public static string Of(Provenance provenance)
    {
        var value = provenance.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal);
        IEnumerable<string> words = [provenance.Program, value.GetValueOrDefault("verb", "")];
        foreach (string list in new[] { "studies", "ids", "figures" })
        {
            if (value.TryGetValue(list, out string? operands) && operands is not "all")
            {
                words = words.Concat(operands.Split(list is "figures" ? " " : ", ").Select(Quoted));
            }
        }

        foreach (string option in new[] { "grid", "finite-n", "finite-grid", "method" })
        {
            // Several grids are the usual ones of their sizes.
            if (value.TryGetValue(option, out string? given) && given is not "none" && !(option is "finite-grid" && given.Contains(',')))
            {
                words = words.Append($"--{option} {given}");
            }
        }

        words = value.GetValueOrDefault("large") is "yes" ? words.Append("--large") : words;
        words = value.TryGetValue("effort", out string? effort) ? words.Append($"--{effort}") : words;
        words = value.GetValueOrDefault("verb") is "figures" ? words.Append("--out DIR") : words;
        return string.Join(' ', words);
    }

    /// <summary>The word for a shell: between quotes where it has more than plain letters.</summary>
    private static string Quoted(string word) =>
        word.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./+".Contains(letter)) ? word : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
