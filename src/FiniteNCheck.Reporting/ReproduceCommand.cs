namespace FiniteNCheck.Reporting;

/// <summary>The command line that computes a result again.</summary>
internal static class ReproduceCommand
{
    private static readonly string[] Lists = ["studies", "ids", "figures"];
    private static readonly string[] Options = ["grid", "finite-n", "finite-grid", "method", "n", "times"];

    /// <summary>Writes the command line of a verification, a ledger or a set of figures.</summary>
    /// <param name="provenance">Where the result comes from.</param>
    public static string Write(Provenance provenance)
    {
        string verb = provenance.Find("verb") ?? "";
        List<string> words = [provenance.Program, verb];
        foreach (string list in Lists)
        {
            if (provenance.Find(list) is { } operands && operands is not "all")
            {
                words.AddRange(operands.Split(list is "figures" ? " " : ", ").Select(Quoted));
            }
        }

        foreach (string option in Options)
        {
            // Several grids are the usual ones of their sizes.
            if (provenance.Find(option) is { } given && given is not "none" && !(option is "finite-grid" && given.Contains(',')))
            {
                words.Add($"--{option} {given}");
            }
        }

        words.AddRange(provenance.Parameters.Where(each => each.Name is "set").Select(each => $"--set {Quoted(each.Value)}"));
        if (provenance.Find("large") is "yes")
        {
            words.Add("--large");
        }

        if (provenance.Find("effort") is { } effort)
        {
            words.Add($"--{effort}");
        }

        if (verb is "figures")
        {
            words.Add("--out DIR");
        }

        return string.Join(' ', words);
    }

    /// <summary>The word for a shell: in quotes unless it is plain.</summary>
    private static string Quoted(string word) => word.All(IsPlain) ? word : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || "-_./+=".Contains(letter);
}
