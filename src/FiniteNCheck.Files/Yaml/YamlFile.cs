using System.Text;

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
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file whose top level is a map.</summary>
    /// <param name="path">The path.</param>
    /// <exception cref="InputFileException">The file cannot be read, or is not in the supported subset of YAML.</exception>
    public static YamlMap Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Parse(Decode(ReadBytes(path), path), path);
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
            throw TooLarge(fileName);
        }

        string content = text.StartsWith('\uFEFF') ? text[1..] : text;
        CheckCharacters(content, fileName);
        return YamlTreeBuilder.Build(LegacyLineBreaks.Hide(content), fileName);
    }

    private static byte[] ReadBytes(string path)
    {
        if (Directory.Exists(path))
        {
            throw new InputFileException(path, 0, string.Empty, "a directory", AllowedFile, "Name a file in it.");
        }

        try
        {
            byte[] bytes = InputBytes.Read(path, MaxFileSize);
            return bytes.Length <= MaxFileSize ? bytes : throw TooLarge(path);
        }
        catch (TimeoutException e)
        {
            throw new InputFileException(
                path,
                0,
                string.Empty,
                $"a pipe or device that does not end within {InputBytes.Timeout.TotalSeconds} s",
                AllowedFile,
                "Write the text to a file, and name that.",
                e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            throw new InputFileException(
                path, 0, string.Empty, "no such file", AllowedFile, "Check the path and the working directory.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new InputFileException(
                path, 0, string.Empty, $"a file that cannot be read ({e.Message})", AllowedFile, "Check its permissions.", e);
        }
    }

    private static string Decode(byte[] bytes, string path)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            int line = 1 + bytes.AsSpan(0, Math.Clamp(e.Index, 0, bytes.Length)).Count((byte)'\n');
            throw new InputFileException(
                path, line, string.Empty, "bytes that are not UTF-8", AllowedFile, "Save the file as UTF-8.", e);
        }
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

    private static InputFileException TooLarge(string file) =>
        new(file, 0, string.Empty, "more than 1 MB", AllowedFile, "Name a model or study file, or split it.");
}
