namespace FiniteNCheck.Files.Yaml;

/// <summary>
/// The characters U+0085, U+2028 and U+2029. YAML 1.1 and its parser take them for line breaks, so text after one of them inside a comment
/// would be read as content. YAML 1.2 and editors do not. The parser is therefore given Unicode noncharacters in their place.
/// </summary>
internal static class LegacyLineBreaks
{
    private static readonly (char Break, char Hidden)[] Pairs = [('\u0085', '\uFDD0'), ('\u2028', '\uFDD1'), ('\u2029', '\uFDD2')];

    /// <summary>The text as the parser gets it.</summary>
    /// <param name="text">The text of a file.</param>
    internal static string Hide(string text) => Pairs.Aggregate(text, (changed, pair) => changed.Replace(pair.Break, pair.Hidden));

    /// <summary>The original of a key or value that the parser has read.</summary>
    /// <param name="text">The key or value.</param>
    internal static string Show(string text) => Pairs.Aggregate(text, (changed, pair) => changed.Replace(pair.Hidden, pair.Break));
}
