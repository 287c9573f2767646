using System.Collections.Immutable;

namespace FiniteNCheck.Cli.Arguments;

/// <summary>What can stand in place of a word of a command line.</summary>
/// <param name="Words">Words, each with a meaning, which may be empty.</param>
/// <param name="Paths">Paths, which the shell knows best.</param>
internal sealed record Candidates(ImmutableArray<(string Word, string Meaning)> Words, PathKind Paths)
{
    /// <summary>Nothing that is known: a number, a new name.</summary>
    public static Candidates None { get; } = new([], PathKind.None);

    /// <summary>Files.</summary>
    public static Candidates Files { get; } = None with { Paths = PathKind.Files };

    /// <summary>Words alone.</summary>
    public static Candidates Of(IEnumerable<(string Word, string Meaning)> words) => new([.. words], PathKind.None);

    /// <summary>All but the words that stand there already.</summary>
    public Candidates Except(IReadOnlyList<string> words) => Where(word => !words.Contains(word, StringComparer.Ordinal));

    /// <summary>The words that satisfy a condition, and the paths.</summary>
    public Candidates Where(Func<string, bool> condition) => this with { Words = [.. Words.Where(candidate => condition(candidate.Word))] };
}
