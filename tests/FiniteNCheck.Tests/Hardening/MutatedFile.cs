using System.Text;
using System.Text.RegularExpressions;
using FiniteNCheck.Tests.Support;

namespace FiniteNCheck.Tests.Hardening;

/// <summary>
/// A model or study file with seeded damage, or one in three that is drawn as a whole and mostly
/// left as it is: file <c>k</c> of a seed is the same on every machine.
/// </summary>
/// <param name="Number">The number <c>k</c>.</param>
/// <param name="IsStudy">Whether it was a study; otherwise a model.</param>
/// <param name="Content">The damaged bytes.</param>
internal sealed partial record MutatedFile(int Number, bool IsStudy, byte[] Content)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private static readonly string[] Numbers =
    [
        "0", "-0", "1", "-1", "2147483647", "2147483648", "-2147483649", "1e300", "-1e308", "1.8e308", "1e-320", "1e-300", "1e150", "700",
        "-700", "1e9", "1000000", "999999999999999999999", "0.1e1", "NaN", ".inf", "0x10", "1_000", "1e50", "1e-50", "3.0000001", "1e16",
    ];

    private static readonly string[] Words =
    [
        "name", "model", "blocks", "share", "ladder", "times", "large", "jumps", "rate", "argument", "hopfield", "initial", "fixed-point",
        "retrieval", "true", "null", "~", "''", "\"\\0\"", "../../etc/passwd", "/dev/zero", ".", "..", "CON", "[", "]", "{", "}", "&a",
        "*a", "!!float", "? x", "---", "...", "|", ">", "\u00e9", "\u202e", "\uFEFF", "plus", "minus", "z", "raise", "[[1, -1]]", "[]",
        "{}",
    ];

    private static readonly (bool IsStudy, string Text)[] Originals =
    [
        .. Files("studies", true),
        .. Files("studies/models", false),
        .. DocumentBlocks(),
    ];

    /// <summary>One file of a seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="number">Which.</param>
    public static MutatedFile Of(ulong seed, int number)
    {
        Random random = new(unchecked((int)(uint)(seed ^ (seed >> 32)) + (number * 1_000_003)));
        bool isDrawn = number % 3 == 2;
        (bool isStudy, string text) = isDrawn ? DrawnFile.Of(seed + (ulong)number) : Originals[number % Originals.Length];
        int edits = isDrawn ? Math.Max(0, random.Next(6) - 3) : 1 + random.Next(4);
        for (int edit = 0; edit < edits; edit++)
        {
            text = Edit(text, random);
        }

        byte[] bytes = Encoding.UTF8.GetBytes(text);
        for (int flips = random.Next(4) == 0 ? 1 + random.Next(3) : 0; flips > 0 && bytes.Length > 0; flips--)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return new MutatedFile(number, isStudy, bytes);
    }

    private static string Edit(string text, Random random)
    {
        string[] lines = text.Split('\n');
        int line = random.Next(lines.Length);
        int at = random.Next(text.Length + 1);
        int length = Math.Min(random.Next(20), text.Length - at);
        return random.Next(10) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(random.Next(text.Length + 1), text.Substring(at, length)),
            2 => string.Join('\n', lines.Where((_, i) => i != line)),
            3 => string.Join(
                '\n', lines.Take(line + 1).Concat(Enumerable.Repeat(lines[line], 1 + random.Next(3))).Concat(lines.Skip(line + 1))),
            4 => text[..at],
            5 => Copy(lines, line, random),
            6 => Replace(text, WordPattern(), Words[random.Next(Words.Length)], random),
            7 => Swap(text, random),
            _ => Replace(text, NumberPattern(), Numbers[random.Next(Numbers.Length)], random),
        };
    }

    /// <summary>A line and what is indented below it, copied to below another line.</summary>
    private static string Copy(string[] lines, int line, Random random)
    {
        static int Indent(string text) => text.Length - text.TrimStart(' ').Length;
        IEnumerable<string> tree = lines.Skip(line + 1).TakeWhile(below => Indent(below) > Indent(lines[line])).Prepend(lines[line]);
        int target = random.Next(lines.Length);
        string shift = new(' ', random.Next(5));
        return string.Join('\n', lines.Take(target + 1).Concat(tree.Select(below => shift + below)).Concat(lines.Skip(target + 1)));
    }

    private static string Replace(string text, Regex pattern, string by, Random random)
    {
        MatchCollection matches = pattern.Matches(text);
        if (matches.Count == 0)
        {
            return text + by;
        }

        Match match = matches[random.Next(matches.Count)];
        return string.Concat(text.AsSpan(0, match.Index), by, text.AsSpan(match.Index + match.Length));
    }

    private static string Swap(string text, Random random)
    {
        MatchCollection words = WordPattern().Matches(text);
        if (words.Count < 2)
        {
            return text;
        }

        (Match first, Match second) = (words[random.Next(words.Count)], words[random.Next(words.Count)]);
        (first, second) = first.Index <= second.Index ? (first, second) : (second, first);
        if (first == second)
        {
            return text;
        }

        string between = text[(first.Index + first.Length)..second.Index];
        return $"{text[..first.Index]}{second.Value}{between}{first.Value}{text[(second.Index + second.Length)..]}";
    }

    private static IEnumerable<(bool IsStudy, string Text)> Files(string folder, bool isStudy) =>
        Directory
            .GetFiles(Path.Combine(RepositoryRoot.Path, folder), "*.yaml")
            .Order(StringComparer.Ordinal)
            .Select(file => (isStudy, File.ReadAllText(file)));

    /// <summary>The files that the documentation shows.</summary>
    private static IEnumerable<(bool IsStudy, string Text)> DocumentBlocks() =>
        Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "docs"), "*.md").Order(StringComparer.Ordinal)
            .SelectMany(page => YamlBlock().Matches(File.ReadAllText(page)).Select(match => match.Groups["text"].Value))
            .Where(text => text.Contains("name:", StringComparison.Ordinal))
            .Select(text => (text.Contains("ladder:", StringComparison.Ordinal), text));

    [GeneratedRegex(@"[-+]?[0-9][0-9.]*(e[-+]?[0-9]+)?", Options)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"[A-Za-z][A-Za-z-]*", Options)]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"```yaml\n(?<text>[^`]*)```", Options)]
    private static partial Regex YamlBlock();
}
