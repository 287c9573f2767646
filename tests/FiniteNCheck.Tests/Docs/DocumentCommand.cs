using System.Globalization;
using System.Text.RegularExpressions;

namespace FiniteNCheck.Tests.Docs;

/// <summary>
/// One command of a page. Its comment says with which exit status it ends, where that is not 0, and
/// how long it takes, where that is minutes or hours: such a command is checked and not run.
/// </summary>
/// <param name="Words">The command, without comment and redirection.</param>
/// <param name="Target">The file that its output goes to, or <see langword="null"/>.</param>
/// <param name="ExitStatus">The exit status that the page names; 0 where it names none.</param>
/// <param name="IsLong">Whether the page says that it takes minutes or hours.</param>
internal sealed partial record DocumentCommand(IReadOnlyList<string> Words, string? Target, int ExitStatus, bool IsLong)
{
    /// <summary>How README writes the program before it is installed.</summary>
    private static readonly string[] FromSource = ["dotnet", "run", "-c", "Release", "--project", "src/FiniteNCheck.Cli", "--"];

    /// <summary>The arguments of the program, or <see langword="null"/> where the command is of another one.</summary>
    public string[]? Arguments =>
        Words[0] is "finitencheck" ? [.. Words.Skip(1)]
        : Words.Take(FromSource.Length).SequenceEqual(FromSource, StringComparer.Ordinal) ? [.. Words.Skip(FromSource.Length)]
        : null;

    public static DocumentCommand Parse(string line)
    {
        Match match = Shape().Match(line);
        Match status = StatusInComment().Match(match.Groups["comment"].Value);
        return new DocumentCommand(
            [.. Word().Matches(match.Groups["command"].Value).Select(word => word.Value.Trim('\''))],
            match.Groups["target"] is { Success: true } target ? target.Value : null,
            status.Success ? int.Parse(status.Groups["status"].Value, CultureInfo.InvariantCulture) : 0,
            LongInComment().IsMatch(match.Groups["comment"].Value));
    }

    [GeneratedRegex(
        @"^(?<command>.*?)(\s+>\s+(?<target>\S+))?(\s+#\s+(?<comment>.*))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();

    [GeneratedRegex(@"'[^']*'|\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"exit status (?<status>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StatusInComment();

    [GeneratedRegex(@"\b(minutes?|hours?)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LongInComment();
}
