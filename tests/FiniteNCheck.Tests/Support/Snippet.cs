using System.Text.RegularExpressions;

namespace FiniteNCheck.Tests.Support;

/// <summary>
/// C# that stands in the documentation and is the text of a test. In a document a code block follows the line
/// <c>&lt;!-- snippet: NAME --&gt;</c>; in a test's source a region lies between the lines <c>// snippet: NAME</c> and
/// <c>// end of snippet</c>. Regions of one name in one file are one snippet, a blank line between them, so that usings and body
/// can lie apart.
/// </summary>
/// <param name="Name">Its name; empty for a code block of a document that has none.</param>
/// <param name="Place">The file, relative to the repository.</param>
/// <param name="Text">The lines, without the indentation that all have.</param>
internal sealed partial record Snippet(string Name, string Place, string Text)
{
    /// <summary>Every C# block of the README and of the documents.</summary>
    public static IEnumerable<Snippet> InDocuments() => Documents().SelectMany(file => InDocument(Relative(file), File.ReadAllText(file)));

    /// <summary>Every snippet of the tests.</summary>
    public static IEnumerable<Snippet> InTests() =>
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "tests", "FiniteNCheck.Tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => InSource(Relative(file), File.ReadAllText(file)));

    /// <summary>The C# blocks of a document.</summary>
    public static IEnumerable<Snippet> InDocument(string place, string text) =>
        Block()
            .Matches(text.ReplaceLineEndings("\n"))
            .Select(match => new Snippet(match.Groups["name"].Value, place, match.Groups["text"].Value.TrimEnd('\n')));

    /// <summary>The snippets of a source file.</summary>
    public static IEnumerable<Snippet> InSource(string place, string text) => Region().Matches(text.ReplaceLineEndings("\n"))
        .GroupBy(match => match.Groups["name"].Value, match => Unindented(match.Groups["text"].Value), StringComparer.Ordinal)
        .Select(regions => new Snippet(regions.Key, place, string.Join("\n\n", regions)));

    /// <summary>
    /// The differences between documents and tests: empty if every block is the text of a test and every snippet is in a document.
    /// </summary>
    public static IReadOnlyList<string> Problems(IReadOnlyCollection<Snippet> documents, IReadOnlyCollection<Snippet> tests) =>
    [
        .. documents.Where(block => !tests.Any(test => Same(test, block))).Select(block => block.Name.Length == 0
            ? $"{block.Place}: the block '{block.Text.Split('\n')[0]} ...' has no '<!-- snippet: NAME -->' above it."
            : $"{block.Place}: the block '{block.Name}' is not the text of a test."),
        .. tests
            .Where(test => !documents.Any(block => Same(test, block)))
            .Select(test => $"{test.Place}: the snippet '{test.Name}' is in no document."),
        .. tests
            .GroupBy(test => test.Name, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => $"The snippet '{group.Key}' is in {group.Count()} tests."),
    ];

    private static bool Same(Snippet one, Snippet other) =>
        string.Equals(one.Name, other.Name, StringComparison.Ordinal) && string.Equals(one.Text, other.Text, StringComparison.Ordinal);

    private static string Unindented(string text)
    {
        string[] lines = text.TrimEnd('\n').Split('\n');
        int indentation = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length == 0 ? line : line[indentation..]));
    }

    private static IEnumerable<string> Documents() =>
        Directory.EnumerateFiles(RepositoryRoot.Path, "*.md")
            .Concat(new[] { "docs", "reference-data" }.SelectMany(folder =>
                Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), "*.md", SearchOption.AllDirectories)));

    private static string Relative(string file) => Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/');

    [GeneratedRegex(
        "(^<!-- snippet: (?<name>[a-z-]+) -->\n+)?^```(csharp|cs|c#)\n(?<text>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();

    [GeneratedRegex(
        "^ *// snippet: (?<name>[a-z-]+)\n(?<text>.*?)^ *// end of snippet$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Region();
}
