using FiniteNCheck.Model;

namespace FiniteNCheck.Files;

/// <summary>
/// An input file that cannot be used. The message is one line:
/// <c>file:line: key: found ...; allowed: .... What to do.</c>
/// </summary>
public sealed class InputFileException : InputException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="file">The file as the user named it.</param>
    /// <param name="line">The line, from 1; 0 where the file as a whole is meant.</param>
    /// <param name="key">The key path such as <c>jumps[2].rate</c>, list items counted from 1; empty for the top level.</param>
    /// <param name="found">What stands there.</param>
    /// <param name="allowed">What may stand there.</param>
    /// <param name="remedy">What to do: one sentence with its full stop.</param>
    /// <param name="cause">The exception that revealed it, if any.</param>
    public InputFileException(
        string file, int line, string key, string found, string allowed, string remedy, Exception? cause = null)
        : base(Compose(file, line, key, found, allowed, remedy), cause!)
    {
        File = file;
        Line = line;
        Key = key;
    }

    /// <summary>The file as the user named it.</summary>
    public string File { get; }

    /// <summary>The line, from 1; 0 where the file as a whole is meant.</summary>
    public int Line { get; }

    /// <summary>The key path such as <c>jumps[2].rate</c>, list items counted from 1; empty for the top level.</summary>
    public string Key { get; }

    private static string Compose(string file, int line, string key, string found, string allowed, string remedy)
    {
        string place = line > 0 ? $"{file}:{line}" : file;
        string subject = key.Length > 0 ? $"{key}: " : string.Empty;
        return Wording.OneLine($"{place}: {subject}found {found}; allowed: {allowed}. {remedy}");
    }
}
