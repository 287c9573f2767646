using System.Text;

namespace FiniteNCheck.Reporting;

/// <summary>A file of a result, not yet written.</summary>
/// <param name="Name">Its name in the directory of the result, <c>/</c> between folder and file.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ResultFile(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>A file of text, in UTF-8 without a byte order mark.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">Its text.</param>
    public static ResultFile OfText(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new ResultFile(name, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text));
    }
}
