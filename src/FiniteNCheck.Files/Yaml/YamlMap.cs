using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Files.Yaml;

/// <summary>
/// A map of an input file. Call <see cref="Allow"/> first, so that a mistyped key is reported as such and not as a missing one.
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

    /// <summary>The keys in the order of the file.</summary>
    public ImmutableArray<string> Keys { get; }

    /// <inheritdoc/>
    public override string Description => Keys.IsEmpty ? "an empty map" : $"a map with {KeyList(Keys)}";

    /// <inheritdoc/>
    public override YamlMap Map(string allowed = "a map of keys to values") => this;

    /// <summary>Refuses every key but these, with the nearest of them as a suggestion, or with what is not supported.</summary>
    /// <param name="keys">The keys that mean something here.</param>
    /// <exception cref="InputFileException">The map has another key.</exception>
    public YamlMap Allow(params IReadOnlyCollection<string> keys)
    {
        foreach (string key in Keys.Where(key => !keys.Contains(key, StringComparer.Ordinal)))
        {
            throw Unsupported.Remedy(key) is { } remedy
                ? KeyError(key, $"the key {Wording.Quote(key)}", KeyList(keys), remedy)
                : KeyError(key, $"an unknown key {Wording.Quote(key)}", KeyList(keys), Wording.DidYouMean(key, keys, "Remove it or correct its name."));
        }

        return this;
    }

    /// <summary>The value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="allowed">What may stand there, for the message of a missing key.</param>
    /// <exception cref="InputFileException">The map lacks the key.</exception>
    public YamlNode Required(string key, string allowed = "a value") =>
        Optional(key) ?? throw new InputFileException(File, Line, PathOf(Key, key), "no such key", allowed, $"Add '{key}: ...'.");

    /// <summary>The value of a key, or <see langword="null"/> where the map lacks it.</summary>
    /// <param name="key">The key.</param>
    public YamlNode? Optional(string key) => values.TryGetValue(key, out (int Line, YamlNode Value) entry) ? entry.Value : null;

    /// <summary>The one key of this map and its value, for maps that name one of several kinds.</summary>
    /// <param name="kinds">The keys of which one must stand here.</param>
    /// <exception cref="InputFileException">The map has another number of keys, or another key.</exception>
    public (string Kind, YamlNode Value) OneOf(params IReadOnlyCollection<string> kinds)
    {
        Allow(kinds);
        return Keys.Length == 1
            ? (Keys[0], values[Keys[0]].Value)
            : throw Error($"exactly one of the keys {string.Join(", ", kinds)}", "Keep one.");
    }

    /// <summary>An exception about one key of this map, for a check that is made elsewhere. The caller throws it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="found">What was found.</param>
    /// <param name="allowed">What is allowed.</param>
    /// <param name="remedy">What to do: one sentence with its full stop.</param>
    public InputFileException KeyError(string key, string found, string allowed, string remedy) =>
        new(File, values.TryGetValue(key, out (int Line, YamlNode Value) entry) ? entry.Line : Line, PathOf(Key, key), found, allowed, remedy);

    /// <summary>The path of a key below a path.</summary>
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

    internal override YamlMap WithParameters(ImmutableSortedDictionary<string, double> parameters) =>
        new(File, Line, Key, [.. Keys.Select(key => (key, values[key].Line, values[key].Value.WithParameters(parameters)))]);

    internal override YamlNode Replace(ReadOnlySpan<string> steps, string path, double value)
    {
        if (steps.IsEmpty)
        {
            return base.Replace(steps, path, value);
        }

        YamlNode changed = ChildOnPath(steps[0], path).Replace(steps[1..], path, value);
        string name = steps[0];
        return new YamlMap(File, Line, Key, [.. Keys.Select(key => (key, values[key].Line, string.Equals(key, name, StringComparison.Ordinal) ? changed : values[key].Value))]);
    }

    private static string KeyList(IReadOnlyCollection<string> keys)
    {
        const int most = 12;
        string names = string.Join(", ", keys.Take(most).Select(key => Wording.OneLine(key.Length <= 60 ? key : key[..60])));
        return (keys.Count == 1 ? "the key " : "the keys ") + names + (keys.Count > most ? ", ..." : string.Empty);
    }
}
