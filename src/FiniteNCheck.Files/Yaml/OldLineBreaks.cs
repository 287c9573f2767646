namespace FiniteNCheck.Files.Yaml;

/// <summary>
/// The characters U+0085, U+2028 and U+2029. YAML 1.1 and its parser take them for ends of lines, so that one in a comment makes an instruction of the rest; YAML 1.2,
/// and every editor, does not. The parser sees characters in their place that Unicode reserves for inside a program.
/// </summary>
internal static class OldLineBreaks
{
    private static readonly (char Break, char Hidden)[] Pairs = [('\u0085', '\uFDD0'), ('\u2028', '\uFDD1'), ('\u2029', '\uFDD2')];

    /// <summary>The text for the parser.</summary>
    /// <param name="text">The text of a file.</param>
    internal static string Hide(string text) => Pairs.Aggregate(text, (changed, pair) => changed.Replace(pair.Break, pair.Hidden));

    /// <summary>What the parser has read, as the file has it.</summary>
    /// <param name="text">A key or a value.</param>
    internal static string Show(string text) => Pairs.Aggregate(text, (changed, pair) => changed.Replace(pair.Hidden, pair.Break));
}
