using System.Collections.Immutable;

namespace FiniteNCheck.Model;

/// <summary>The rule for names of levels, which become parts of observables such as <c>p.e.atoms</c>.</summary>
internal static class LevelName
{
    /// <summary>The largest number of levels.</summary>
    internal const int MaxLevels = 4;

    private const string Rule = "2 to 4 names, each of 1 to 20 letters a-z or A-Z, digits, '-' and '_', no two alike";

    /// <summary>Lists the problems of a block's levels.</summary>
    /// <param name="key">The key path of the list.</param>
    /// <param name="levels">The names; none for two levels, up first.</param>
    internal static IEnumerable<ModelProblem> Problems(string key, ImmutableArray<string> levels)
    {
        string? found = levels.IsDefault ? "an uninitialised list"
            : levels.Length is 1 or > MaxLevels ? Wording.Count(levels.Length, "level")
            : levels.FirstOrDefault(name => !IsValid(name)) is { } odd ? Wording.Quote(odd)
            : levels.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } duplicate
                ? $"{Wording.Quote(duplicate.Key)} for the second time"
            : null;
        return found is null ? [] : [new(key, found, Rule, "Rename the level, or give another number of them.")];
    }

    /// <summary>The problem of a two-level model that names levels.</summary>
    /// <param name="blocks">The blocks.</param>
    internal static IEnumerable<ModelProblem> Unexpected(ImmutableArray<Block> blocks) => blocks
        .Select((block, k) => (block, k))
        .Where(pair => !pair.block.Levels.IsEmpty)
        .Select(pair => new ModelProblem(
            $"blocks[{pair.k + 1}].levels",
            "levels",
            "blocks without levels in a CollectiveModel",
            "Use a LevelModel."));

    private static bool IsValid(string name) =>
        name is { Length: > 0 and <= 20 } && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
