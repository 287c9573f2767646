using System.Collections.Immutable;

namespace FiniteNCheck.Cli.Arguments;

/// <summary>Completions of a word of a command line.</summary>
/// <param name="Words">Words, each with an explanation, which may be empty.</param>
/// <param name="Paths">Which paths the shell should add.</param>
internal sealed record Candidates(ImmutableArray<(string Word, string Meaning)> Words, PathKind Paths)
{
    /// <summary>No candidates, as for a number or a new name.</summary>
    public static Candidates None { get; } = new([], PathKind.None);

    /// <summary>Files.</summary>
    public static Candidates Files { get; } = None with { Paths = PathKind.Files };

    /// <summary>Words without paths.</summary>
    public static Candidates Of(IEnumerable<(string Word, string Meaning)> words) => new([.. words], PathKind.None);

    /// <summary>Removes words that are already present.</summary>
    public Candidates Except(IReadOnlyList<string> words) => Where(word => !words.Contains(word, StringComparer.Ordinal));

    /// <summary>Filters the words and keeps the paths.</summary>
    public Candidates Where(Func<string, bool> condition) => this with { Words = [.. Words.Where(candidate => condition(candidate.Word))] };
}
