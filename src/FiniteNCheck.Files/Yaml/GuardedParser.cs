using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FiniteNCheck.Files.Yaml;

/// <summary>
/// Wraps YamlDotNet's parser so that every malformed text raises a <see cref="YamlException"/>. Version 16.3.0 throws
/// <see cref="InvalidOperationException"/> or <see cref="ArgumentException"/> for some of them (found by the fuzz tests).
/// </summary>
internal sealed class GuardedParser(TextReader text) : IParser
{
    private readonly Parser parser = new(text);

    /// <inheritdoc/>
    public ParsingEvent? Current => parser.Current;

    /// <inheritdoc/>
    public bool MoveNext()
    {
        Mark before = parser.Current?.End ?? Mark.Empty;
        try
        {
            return parser.MoveNext();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            throw new YamlException(before, before, "unexpected characters", e);
        }
    }
}
