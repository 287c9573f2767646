namespace FiniteNCheck.Cli.Slurm;

/// <summary>Quotes words for a POSIX shell.</summary>
internal static class ShellWord
{
    private const string Plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/._-+=:,@%";

    /// <summary>Quotes a word unless every character stands for itself.</summary>
    public static string Quote(string word) =>
        word.Length > 0 && word.All(Plain.Contains) ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>Quotes words and joins them with blanks.</summary>
    public static string Join(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));
}
