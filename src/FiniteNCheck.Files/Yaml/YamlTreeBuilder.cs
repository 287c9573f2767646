using System.Collections.Immutable;
using FiniteNCheck.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FiniteNCheck.Files.Yaml;

/// <summary>Builds a tree of <see cref="YamlNode"/> from the parser's events and rejects everything outside the supported subset.</summary>
internal sealed class YamlTreeBuilder
{
    /// <summary>The deepest nesting, twice what our formats need. The builder is recursive, and the input is untrusted.</summary>
    private const int MaxDepth = 16;

    private readonly GuardedParser parser;
    private readonly string file;
    private string currentKey = string.Empty;

    private YamlTreeBuilder(string text, string file)
    {
        parser = new GuardedParser(new StringReader(text));
        this.file = file;
    }

    /// <summary>The top-level map of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The file name for messages.</param>
    /// <exception cref="InputFileException">The text is not in the supported subset of YAML.</exception>
    internal static YamlMap Build(string text, string file)
    {
        YamlTreeBuilder builder = new(text, file);
        try
        {
            return builder.Document();
        }
        catch (YamlException e)
        {
            throw new InputFileException(
                file,
                Math.Max(1, (int)e.Start.Line),
                builder.currentKey,
                $"a YAML syntax error {(builder.currentKey.Length == 0 ? string.Empty : "here or just after ")}({e.Message.TrimEnd('.')})",
                "YAML",
                "Check indentation, colons, quotes and brackets on this line and the one before.",
                e);
        }
    }

    private YamlMap Document()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            throw Error(1, "an empty file", "a map of keys to values", "Name the right file, or fill it.");
        }

        parser.Consume<DocumentStart>();
        YamlNode root = Node(string.Empty, 1, 0);
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out DocumentStart? second))
        {
            currentKey = string.Empty;
            throw Error(
                LineOf(second),
                "a second YAML document",
                "one document per file",
                "Remove what follows '---', or move it to a file of its own.");
        }

        return root.Map();
    }

    /// <summary>The next node.</summary>
    /// <param name="key">Its path.</param>
    /// <param name="keyLine">The line of its key, or 0 if it has none.</param>
    /// <param name="depth">The number of enclosing maps and lists.</param>
    private YamlNode Node(string key, int keyLine, int depth)
    {
        currentKey = key;
        ParsingEvent next = parser.Consume<ParsingEvent>();
        int line = LineOf(next);
        RejectUnsupported(next, line, depth);
        int lineOfKey = keyLine > 0 ? keyLine : line;
        return next switch
        {
            // An empty value has no line of its own.
            Scalar scalar => new YamlScalar(
                file,
                scalar.Value.Length == 0 ? lineOfKey : line,
                key,
                LegacyLineBreaks.Show(scalar.Value),
                quoted: scalar.Style != ScalarStyle.Plain),
            SequenceStart => new YamlList(file, lineOfKey, key, Items(key, depth)),
            _ => new YamlMap(file, lineOfKey, key, Entries(key, depth)),
        };
    }

    private ImmutableArray<YamlNode> Items(string key, int depth)
    {
        ImmutableArray<YamlNode>.Builder items = ImmutableArray.CreateBuilder<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node($"{key}[{items.Count + 1}]", 0, depth + 1));
        }

        return items.ToImmutable();
    }

    private List<(string Name, int Line, YamlNode Value)> Entries(string key, int depth)
    {
        List<(string Name, int Line, YamlNode Value)> entries = [];
        Dictionary<string, int> lines = new(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            currentKey = key;
            ParsingEvent next = parser.Consume<ParsingEvent>();
            int line = LineOf(next);
            RejectUnsupported(next, line, depth);
            if (next is not Scalar { Value: { Length: > 0 } hidden })
            {
                throw Error(line, "a key that is no text", "keys that are words", "Write 'key: value'.");
            }

            string name = LegacyLineBreaks.Show(hidden);
            string path = YamlMap.PathOf(key, name);
            if (!lines.TryAdd(name, line))
            {
                currentKey = path;
                throw Error(
                    line,
                    $"the key {Wording.Quote(name)} for the second time (first on line {lines[name]})",
                    "each key once",
                    "Remove one of the two.");
            }

            entries.Add((name, line, Node(path, line, depth + 1)));
        }

        return entries;
    }

    private void RejectUnsupported(ParsingEvent next, int line, int depth)
    {
        if (next is AnchorAlias alias)
        {
            throw Error(
                line,
                $"the alias {Wording.Quote('*' + alias.Value.Value)}",
                "values written out",
                "Replace the alias by the value that it stands for.");
        }

        if (next is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            throw Error(
                line,
                $"the anchor {Wording.Quote('&' + anchored.Anchor.Value)}",
                "values written out, without anchors and aliases",
                "Remove the anchor.");
        }

        if (next is NodeEvent { Tag.IsEmpty: false } tagged)
        {
            throw Error(line, $"the tag {Wording.Quote(tagged.Tag.Value)}", "values without tags", "Remove the tag.");
        }

        if (depth > MaxDepth)
        {
            throw Error(line, $"more than {MaxDepth} levels of nesting", $"at most {MaxDepth} levels", "Check the brackets.");
        }
    }

    private static int LineOf(ParsingEvent item) => (int)item.Start.Line;

    private InputFileException Error(int line, string found, string allowed, string remedy) =>
        new(file, line, currentKey, found, allowed, remedy);
}
