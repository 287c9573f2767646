using System.Text;
using FiniteNCheck.Files;

namespace FiniteNCheck.Verification.Runs;

/// <summary>
/// A JSON object with a checksum. <c>{"sha256":"...",</c> replaces the opening brace; the hash is
/// that of the object without it. Other programs read the text as JSON, and damage is detected.
/// </summary>
internal static class ChecksummedJson
{
    private const string Head = "{\"sha256\":\"";
    private const string Tail = "\",";
    private const int HashLength = 64;

    /// <summary>Writes an object with its checksum, as UTF-8 ending in a line feed.</summary>
    /// <param name="json">The object, not empty.</param>
    public static byte[] Write(string json) => Encoding.UTF8.GetBytes($"{Head}{HashOf(json)}{Tail}{json.AsSpan(1)}\n");

    /// <summary>Reads an object without its checksum; <see langword="null"/> if the text is damaged.</summary>
    /// <param name="text">The text.</param>
    public static string? Read(string text)
    {
        int start = Head.Length + HashLength + Tail.Length;
        if (text.Length <= start || !text.StartsWith(Head, StringComparison.Ordinal))
        {
            return null;
        }

        string json = $"{{{text.AsSpan(start).TrimEnd('\n')}";
        return text.AsSpan(Head.Length, HashLength).SequenceEqual(HashOf(json)) ? json : null;
    }

    private static string HashOf(string json) => Convert.ToHexStringLower(Sha256.Of(Encoding.UTF8.GetBytes(json)));
}
