using System.Collections.Immutable;
using System.Globalization;

namespace FiniteNCheck.Files.Yaml;

/// <summary>A list in an input file.</summary>
public sealed class YamlList : YamlNode
{
    private readonly ImmutableArray<YamlNode> items;

    internal YamlList(string file, int line, string key, ImmutableArray<YamlNode> items)
        : base(file, line, key) => this.items = items;

    /// <summary>The number of items.</summary>
    public int Length => items.Length;

    /// <inheritdoc/>
    public override string Description => items.IsEmpty ? "an empty list" : $"a list of {items.Length}";

    /// <inheritdoc/>
    public override ImmutableArray<YamlNode> Items(string allowed = "a list") => items;

    /// <inheritdoc/>
    public override YamlNode WithParameters(ImmutableSortedDictionary<string, double> parameters) =>
        new YamlList(File, Line, Key, [.. items.Select(item => item.WithParameters(parameters))]);

    internal override YamlNode Replace(ReadOnlySpan<string> steps, string path, double value)
    {
        if (steps.IsEmpty)
        {
            return base.Replace(steps, path, value);
        }

        YamlNode child = ChildOnPath(steps[0], path);
        return new YamlList(File, Line, Key, items.Replace(child, child.Replace(steps[1..], path, value)));
    }

    private protected override YamlNode? Child(string step) =>
        int.TryParse(step.AsSpan().Trim("[]"), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && number >= 1 && number <= items.Length
            ? items[number - 1]
            : null;
}
