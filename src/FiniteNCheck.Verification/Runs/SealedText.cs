using System.Security.Cryptography;
using System.Text;

namespace FiniteNCheck.Verification.Runs;

/// <summary>
/// A JSON object that begins with the SHA-256 of the rest: <c>{"sha256":"...",</c> stands in place of the opening brace, and the hash is that of
/// the object without it. Other programs read it as JSON; what is damaged is noticed.
/// </summary>
internal static class SealedText
{
    private const string Head = "{\"sha256\":\"";
    private const string Tail = "\",";
    private const int HashLength = 64;

    /// <summary>The object with its hash, as UTF-8, ending in a line feed.</summary>
    /// <param name="json">The object, not empty.</param>
    public static byte[] Seal(string json) => Encoding.UTF8.GetBytes($"{Head}{HashOf(json)}{Tail}{json.AsSpan(1)}\n");

    /// <summary>The object without its hash, or <see langword="null"/> where the text is damaged.</summary>
    /// <param name="text">The text.</param>
    public static string? Open(string text)
    {
        int start = Head.Length + HashLength + Tail.Length;
        if (text.Length <= start || !text.StartsWith(Head, StringComparison.Ordinal))
        {
            return null;
        }

        string json = $"{{{text.AsSpan(start).TrimEnd('\n')}";
        return text.AsSpan(Head.Length, HashLength).SequenceEqual(HashOf(json)) ? json : null;
    }

    private static string HashOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}
