using System.Text;
using FiniteNCheck.Files;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification.Reference;

/// <summary>A reference file: a table with its header. The format is described in <c>docs/reference-data.md</c>.</summary>
/// <param name="Set">The set's name.</param>
/// <param name="Purpose">The purpose of the set, in one line.</param>
/// <param name="Kind">The kind of its numbers.</param>
/// <param name="Origin">Their origin; <see langword="null"/> for <see cref="ReferenceKind.Table"/> only.</param>
/// <param name="Table">The numbers.</param>
public sealed record ReferenceFile(string Set, string Purpose, ReferenceKind Kind, ReferenceOrigin? Origin, ReferenceTable Table)
{
    /// <summary>Suffix of trusted files.</summary>
    public const string VerifiedSuffix = ".verified.csv";

    /// <summary>Suffix of files that wait to be accepted.</summary>
    public const string ReceivedSuffix = ".received.csv";

    /// <summary>The version of the format.</summary>
    public const int Format = 1;

    /// <summary>Reads and checks a file.</summary>
    /// <param name="path">The path.</param>
    /// <exception cref="InputFileException">
    /// The file cannot be read, or is truncated, edited, wrongly ordered or otherwise invalid; the message names the line and the reason.
    /// </exception>
    public static ReferenceFile Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return ReferenceFileReader.Read(path);
    }

    /// <summary>Writes the file atomically: under a temporary name, which is then replaced.</summary>
    /// <param name="path">The path; an existing file is replaced.</param>
    /// <exception cref="IOException">The file cannot be written; nothing is left behind.</exception>
    public void Write(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string temporary = $"{path}.{UniqueName.Next()}.tmp";
        try
        {
            File.WriteAllText(temporary, ToText(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>The file's text.</summary>
    public string ToText() => ReferenceFileText.Render(this);

    /// <summary>The path of the received file that belongs to a verified one.</summary>
    /// <param name="verified">The path of the verified file.</param>
    /// <exception cref="InputException">The name does not end in <c>.verified.csv</c>.</exception>
    internal static string ReceivedBeside(string verified) => verified.EndsWith(VerifiedSuffix, StringComparison.Ordinal)
        ? verified[..^VerifiedSuffix.Length] + ReceivedSuffix
        : throw new InputException($"The reference file is '{verified}': its name must end in '{VerifiedSuffix}'. Rename it.");
}
