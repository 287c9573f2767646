using System.Text;

namespace FiniteNCheck.Files;

/// <summary>Reads an untrusted text file: UTF-8, and no larger than allowed.</summary>
public static class InputText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The path.</param>
    /// <param name="allowed">What is allowed, for messages.</param>
    /// <param name="maxBytes">The largest size.</param>
    /// <exception cref="InputFileException">The file cannot be read, is too large, or is not UTF-8.</exception>
    public static string Read(string path, string allowed, int maxBytes)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Decode(ReadBytes(path, allowed, maxBytes), path, allowed);
    }

    /// <summary>The error for a file that is too large.</summary>
    /// <param name="file">The file.</param>
    /// <param name="allowed">What is allowed.</param>
    internal static InputFileException TooLarge(string file, string allowed) =>
        new(file, 0, string.Empty, "more than 1 MB", allowed, "Name the right file, or split it.");

    private static byte[] ReadBytes(string path, string allowed, int maxBytes)
    {
        if (Directory.Exists(path))
        {
            throw new InputFileException(path, 0, string.Empty, "a directory", allowed, "Name a file in it.");
        }

        try
        {
            byte[] bytes = InputBytes.Read(path, maxBytes);
            return bytes.Length <= maxBytes ? bytes : throw TooLarge(path, allowed);
        }
        catch (TimeoutException e)
        {
            throw new InputFileException(
                path,
                0,
                string.Empty,
                $"a pipe or device that does not end within {InputBytes.Timeout.TotalSeconds} s",
                allowed,
                "Write the text to a file, and name that.",
                e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            throw new InputFileException(
                path, 0, string.Empty, "no such file", allowed, "Check the path and the working directory.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new InputFileException(
                path, 0, string.Empty, $"a file that cannot be read ({e.Message})", allowed, "Check its permissions.", e);
        }
    }

    private static string Decode(byte[] bytes, string path, string allowed)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            int line = 1 + bytes.AsSpan(0, Math.Clamp(e.Index, 0, bytes.Length)).Count((byte)'\n');
            throw new InputFileException(
                path, line, string.Empty, "bytes that are not UTF-8", allowed, "Save the file as UTF-8.", e);
        }
    }
}
