using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Files.Yaml;

/// <summary>
/// A map in an input file. Call <see cref="Allow"/> first, so that a misspelt key is reported as such and not as a missing one.
/// </summary>
public sealed class YamlMap : YamlNode
{
    private readonly Dictionary<string, (int Line, YamlNode Value)> values;

    internal YamlMap(string file, int line, string key, IReadOnlyList<(string Name, int Line, YamlNode Value)> entries)
        : base(file, line, key)
    {
        Keys = [.. entries.Select(entry => entry.Name)];
        values = entries.ToDictionary(entry => entry.Name, entry => (entry.Line, entry.Value), StringComparer.Ordinal);
    }

    /// <summary>The keys in file order.</summary>
    public ImmutableArray<string> Keys { get; }

    /// <summary>The text of the whole file; empty for a map inside another.</summary>
    public string Content { get; internal set; } = string.Empty;

    /// <inheritdoc/>
    public override string Description => Keys.IsEmpty ? "an empty map" : $"a map with {KeyList(Keys)}";

    /// <inheritdoc/>
    public override YamlMap Map(string allowed = "a map of keys to values") => this;

    /// <summary>Rejects all keys but these. The message suggests the closest one, or says what is not supported.</summary>
    /// <param name="keys">The valid keys.</param>
    /// <exception cref="InputFileException">The map has another key.</exception>
    public YamlMap Allow(params IReadOnlyCollection<string> keys)
    {
        foreach (string key in Keys.Where(key => !keys.Contains(key, StringComparer.Ordinal)))
        {
            throw Unsupported.Remedy(key) is { } remedy
                ? KeyError(key, $"the key {Wording.Quote(key)}", KeyList(keys), remedy)
                : KeyError(
                    key,
                    $"an unknown key {Wording.Quote(key)}",
                    KeyList(keys),
                    Wording.DidYouMean(key, keys, "Remove it or correct its name."));
        }

        return this;
    }

    /// <summary>The value of a required key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="allowed">What is allowed there, for the message.</param>
    /// <exception cref="InputFileException">The key is missing.</exception>
    public YamlNode Required(string key, string allowed = "a value") =>
        Optional(key) ?? throw new InputFileException(File, Line, PathOf(Key, key), "no such key", allowed, $"Add '{key}: ...'.");

    /// <summary>The value of a key, or <see langword="null"/> if the key is missing.</summary>
    /// <param name="key">The key.</param>
    public YamlNode? Optional(string key) =>
        values.TryGetValue(key, out (int Line, YamlNode Value) entry) ? entry.Value : null;

    /// <summary>The only key of this map and its value, for maps that name one of several kinds.</summary>
    /// <param name="kinds">The valid keys.</param>
    /// <exception cref="InputFileException">The map does not have exactly one key, or the key is invalid.</exception>
    public (string Kind, YamlNode Value) OneOf(params IReadOnlyCollection<string> kinds)
    {
        Allow(kinds);
        return Keys.Length == 1
            ? (Keys[0], values[Keys[0]].Value)
            : throw Error($"exactly one of the keys {string.Join(", ", kinds)}", "Keep one.");
    }

    /// <summary>An exception about one key of this map, for checks that are made elsewhere. The caller throws it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="found">What was found.</param>
    /// <param name="allowed">What is allowed.</param>
    /// <param name="remedy">What to do, a full sentence.</param>
    public InputFileException KeyError(string key, string found, string allowed, string remedy)
    {
        int line = values.TryGetValue(key, out (int Line, YamlNode Value) entry) ? entry.Line : Line;
        return new InputFileException(File, line, PathOf(Key, key), found, allowed, remedy);
    }

    /// <summary>The key path of an entry.</summary>
    /// <param name="parent">The path of the map.</param>
    /// <param name="key">The key.</param>
    internal static string PathOf(string parent, string key)
    {
        string step = key.Length > 0 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && key.Length <= 60
            ? key
            : Wording.Quote(key);
        return parent.Length == 0 ? step : $"{parent}.{step}";
    }

    private protected override YamlNode? Child(string step) => Optional(step);

    /// <inheritdoc/>
    public override YamlMap WithParameters(ImmutableSortedDictionary<string, double> parameters) =>
        new(File, Line, Key, [.. Keys.Select(key => (key, values[key].Line, values[key].Value.WithParameters(parameters)))]);

    internal override YamlNode Replace(ReadOnlySpan<string> steps, string path, double value)
    {
        if (steps.IsEmpty)
        {
            return base.Replace(steps, path, value);
        }

        YamlNode changed = ChildOnPath(steps[0], path).Replace(steps[1..], path, value);
        string name = steps[0];
        YamlNode ValueOf(string key) => string.Equals(key, name, StringComparison.Ordinal) ? changed : values[key].Value;
        return new YamlMap(File, Line, Key, [.. Keys.Select(key => (key, values[key].Line, ValueOf(key)))]);
    }

    private static string KeyList(IReadOnlyCollection<string> keys)
    {
        const int max = 12;
        string names = string.Join(", ", keys.Take(max).Select(key => Wording.OneLine(key.Length <= 60 ? key : key[..60])));
        return (keys.Count == 1 ? "the key " : "the keys ") + names + (keys.Count > max ? ", ..." : string.Empty);
    }
}
