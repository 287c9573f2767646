using FiniteNCheck.Model;

namespace FiniteNCheck.Files;

/// <summary>
/// Thrown for an invalid input file. The message is one line:
/// <c>file:line: key: found ...; allowed: .... What to do.</c>
/// </summary>
public sealed class InputFileException : InputException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="file">The file as the user named it.</param>
    /// <param name="line">The line, counted from 1; 0 for the file as a whole.</param>
    /// <param name="key">The key path, such as <c>jumps[2].rate</c>, empty for the top level. List items count from 1.</param>
    /// <param name="found">What was found.</param>
    /// <param name="allowed">What is allowed.</param>
    /// <param name="remedy">What to do, a full sentence.</param>
    /// <param name="cause">The underlying exception, if any.</param>
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

    /// <summary>The line, counted from 1; 0 for the file as a whole.</summary>
    public int Line { get; }

    /// <summary>The key path, such as <c>jumps[2].rate</c>, empty for the top level. List items count from 1.</summary>
    public string Key { get; }

    private static string Compose(string file, int line, string key, string found, string allowed, string remedy)
    {
        string place = line > 0 ? $"{file}:{line}" : file;
        string subject = key.Length > 0 ? $"{key}: " : string.Empty;
        return Wording.OneLine($"{place}: {subject}found {found}; allowed: {allowed}. {remedy}");
    }
}
