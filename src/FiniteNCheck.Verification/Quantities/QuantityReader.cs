using System.Collections.Immutable;
using FiniteNCheck.Files.Yaml;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification.Quantities;

/// <summary>Reads quantities that files name: <c>chi: "cov('z.all','z.all')"</c>.</summary>
public static class QuantityReader
{
    private const int MaxNameLength = 60;

    private const string Rule = "a name of letters, digits, '_' and '-' that begins with a letter";

    /// <summary>Reads a file whose top level has the key <c>quantities</c>, such as a study file; other keys are not read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">The model.</param>
    /// <exception cref="InputException">The file cannot be read, or its quantities are invalid.</exception>
    public static ImmutableArray<Quantity> Load(string path, SymmetricModel model) => Read(
        YamlFile.Load(path).Required("quantities", "a map of names to formulas, such as { chi: \"cov('z.all','z.all')\" }"), model);

    /// <summary>Whether a name can be given to a quantity or a prediction.</summary>
    /// <param name="name">The name.</param>
    internal static bool IsName(string name) =>
        name.Length is > 0 and <= MaxNameLength && char.IsAsciiLetter(name[0])
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    /// <summary>Reads a map of names to formulas.</summary>
    /// <param name="node">The map; <see langword="null"/> for none.</param>
    /// <param name="model">The model.</param>
    internal static ImmutableArray<Quantity> Read(YamlNode? node, SymmetricModel model)
    {
        if (node is null)
        {
            return [];
        }

        YamlMap map = node.Map("a map of names to formulas, such as { chi: \"cov('z.all','z.all')\" }");
        return [.. map.Keys.Select(name => Read(map, name, model))];
    }

    private static Quantity Read(YamlMap map, string name, SymmetricModel model)
    {
        if (!IsName(name))
        {
            throw map.KeyError(name, $"the name {Wording.Quote(name)}", Rule, "Rename the quantity.");
        }

        Vocabulary words = Vocabulary.OfQuantities(model);
        TermFormula formula = words.Resolve(map.Required(name).Formula(words.Scope, words.Description));
        return new Quantity(name, formula);
    }
}
