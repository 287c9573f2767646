using FiniteNCheck.Tests.Support;

namespace FiniteNCheck.Tests.Docs;

/// <summary>A page of the documentation as the blocks that can be run or read.</summary>
/// <param name="Name">The path below the root of the repository.</param>
/// <param name="Text">The page.</param>
internal sealed record DocumentPage(string Name, string Text)
{
    private const string Fence = "```";
    private const string Indentation = "    ";

    /// <summary>What begins an indented block of commands; any other indented text is none.</summary>
    private static readonly string[] Programs = ["finitencheck ", "dotnet ", "scripts/"];

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "docs"), "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(RepositoryRoot.Path, "README.md"))
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/'))
            .Where(name => !name.EndsWith(".received.md", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public IReadOnlyList<DocumentBlock> Blocks { get; } = [.. Split(Text.ReplaceLineEndings("\n").Split('\n'))];

    /// <summary>Whether it has snippets of Python that read results.</summary>
    public bool HasPython => Blocks.Any(block => block.Language is "python" && !IsFile(block));

    /// <summary>Whether it has files of Python, which studies run.</summary>
    public bool HasScripts => Blocks.Any(block => block.Language is "python" && IsFile(block));

    /// <summary>The page without its fenced blocks.</summary>
    public string Prose
    {
        get
        {
            bool fenced = false;
            return string.Join('\n', Text.ReplaceLineEndings("\n").Split('\n').Where(line =>
            {
                bool isFence = line.StartsWith(Fence, StringComparison.Ordinal);
                fenced ^= isFence;
                return !fenced && !isFence;
            }));
        }
    }

    public static DocumentPage Read(string name) => new(name, File.ReadAllText(Path.Combine(RepositoryRoot.Path, name)));

    private static bool IsFile(DocumentBlock block) => block.Lines[0].EndsWith(".py", StringComparison.Ordinal);

    private static IEnumerable<DocumentBlock> Split(string[] lines)
    {
        DocumentBlock? waiting = null;
        for (int index = 0; index < lines.Length;)
        {
            (DocumentBlock? block, int next) = lines[index].StartsWith(Fence, StringComparison.Ordinal)
                ? Fenced(lines, index)
                : Indented(lines, index);
            bool isOutput = waiting?.Language is "sh" or "python" && block?.Language is "text";
            if (waiting is not null && (block is not null || lines[index].Length > 0))
            {
                yield return isOutput ? waiting with { Output = block } : waiting;
                waiting = null;
            }

            waiting = isOutput ? null : block ?? waiting;
            index = next;
        }

        if (waiting is not null)
        {
            yield return waiting;
        }
    }

    private static (DocumentBlock? Block, int Next) Fenced(string[] lines, int first)
    {
        int last = Array.IndexOf(lines, Fence, first + 1);
        return last < 0
            ? throw new InvalidDataException($"line {first + 1}: a fence without its end")
            : (new DocumentBlock(lines[first][Fence.Length..], lines[(first + 1)..last], first + 1), last + 1);
    }

    private static (DocumentBlock? Block, int Next) Indented(string[] lines, int first)
    {
        int next = first;
        while (next < lines.Length && lines[next].StartsWith(Indentation, StringComparison.Ordinal))
        {
            next++;
        }

        string[] block = [.. lines[first..next].Select(line => line[Indentation.Length..])];
        return block.Length > 0 && Array.Exists(Programs, program => block[0].StartsWith(program, StringComparison.Ordinal))
            ? (new DocumentBlock("sh", block, first + 1), next)
            : (null, Math.Max(next, first + 1));
    }
}
