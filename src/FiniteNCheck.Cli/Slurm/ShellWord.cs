namespace FiniteNCheck.Cli.Slurm;

/// <summary>Words as a POSIX shell reads them.</summary>
internal static class ShellWord
{
    private const string Plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/._-+=:,@%";

    /// <summary>The word as it stands where every character means itself, and else in quotes.</summary>
    public static string Quote(string word) => word.Length > 0 && word.All(Plain.Contains) ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>Words, separated by blanks.</summary>
    public static string Join(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));
}
