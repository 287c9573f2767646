namespace FiniteNCheck.Reporting;

/// <summary>The command line that makes a result again.</summary>
internal static class ReproduceCommand
{
    /// <summary>The command line of a verification or a ledger.</summary>
    /// <param name="provenance">Where the result comes from.</param>
    public static string Of(Provenance provenance)
    {
        var value = provenance.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal);
        IEnumerable<string> words = [provenance.Program, value.GetValueOrDefault("verb", "")];
        foreach (string list in new[] { "studies", "ids" })
        {
            if (value.TryGetValue(list, out string? operands) && operands is not "all")
            {
                words = words.Concat(operands.Split(", ").Select(Quoted));
            }
        }

        words = value.GetValueOrDefault("large") is "yes" ? words.Append("--large") : words;
        words = value.TryGetValue("effort", out string? effort) ? words.Append($"--{effort}") : words;
        return string.Join(' ', words);
    }

    /// <summary>The word for a shell: between quotes where it has more than plain letters.</summary>
    private static string Quoted(string word) =>
        word.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./+".Contains(letter)) ? word : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
