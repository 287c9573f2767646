namespace FiniteNCheck.Files.Yaml;

/// <summary>
/// Reads an input file (model or study) as a tree of values that know their line and key. The supported subset of YAML: one document,
/// UTF-8, at most 1 MB, block and flow style, comments; no anchors, aliases, tags or duplicate keys.
/// </summary>
/// <example>
/// <code>
/// YamlMap root = YamlFile.Load(path).Allow("name", "ladder");
/// string name = root.Required("name").Text();
/// ImmutableArray&lt;int&gt; ladder = root.Required("ladder").List(item => item.WholeNumber(min: 1));
/// </code>
/// </example>
public static class YamlFile
{
    /// <summary>The largest accepted file size, in bytes.</summary>
    public const int MaxFileSize = 1_000_000;

    private const string AllowedFile = "a UTF-8 text file of at most 1 MB";

    /// <summary>Reads a file whose top level is a map.</summary>
    /// <param name="path">The path.</param>
    /// <exception cref="InputFileException">The file cannot be read, or is not in the supported subset of YAML.</exception>
    public static YamlMap Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Parse(InputText.Read(path, AllowedFile, MaxFileSize), path);
    }

    /// <summary>Reads a text whose top level is a map.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fileName">The file name for messages.</param>
    /// <exception cref="InputFileException">The text is not in the supported subset of YAML.</exception>
    public static YamlMap Parse(string text, string fileName)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        if (text.Length > MaxFileSize)
        {
            throw InputText.TooLarge(fileName, AllowedFile);
        }

        string content = text.StartsWith('\uFEFF') ? text[1..] : text;
        CheckCharacters(content, fileName);
        YamlMap root = YamlTreeBuilder.Build(LegacyLineBreaks.Hide(content), fileName);
        root.Content = content;
        return root;
    }

    /// <summary>Rejects control characters, and tabs as indentation, for which the parser's own message is unhelpful.</summary>
    private static void CheckCharacters(string text, string file)
    {
        int line = 1;
        bool indentation = true;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\n')
            {
                line++;
                indentation = true;
            }
            else if (c == '\t' && indentation)
            {
                throw new InputFileException(file, line, string.Empty, "a tab as indentation", "spaces", "Replace each tab by spaces.");
            }
            else if (char.IsControl(c) && c is not ('\t' or '\r' or '\u0085'))
            {
                throw new InputFileException(
                    file,
                    line,
                    string.Empty,
                    $"the control character U+{(int)c:X4}",
                    AllowedFile,
                    "Name a text file, or remove the character.");
            }
            else if (c is not (' ' or '\r'))
            {
                indentation = false;
            }
        }
    }
}
