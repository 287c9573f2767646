using System.Collections.Immutable;
using FiniteNCheck.Files.Formulas;
using FiniteNCheck.Files.Yaml;
using FiniteNCheck.Model;

namespace FiniteNCheck.Files.Models;

/// <summary>Reads <c>parameters</c>: names of numbers. A later one may be a formula of earlier ones.</summary>
internal static class ParameterReader
{
    private const string Rule = "a name of letters, digits and '_' that begins with a letter";

    // What formulas about models call the argument of a rate, time and sizes.
    private static readonly string[] Variables = [ExpressionRate.Argument, "t", "n", "N"];

    internal static ImmutableSortedDictionary<string, double> Read(YamlNode? node)
    {
        var parameters = ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);
        YamlMap? map = node?.Map("a map of names to numbers");
        foreach (string name in map?.Keys ?? [])
        {
            if (name.Length == 0 || !char.IsAsciiLetter(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            {
                throw map!.KeyError(name, $"the name {Wording.Quote(name)}", Rule, "Rename the parameter.");
            }

            if (FormulaParser.IsReserved(name) || Variables.Contains(name, StringComparer.Ordinal))
            {
                throw map!.KeyError(
                    name,
                    $"the name {name}, which means something in formulas",
                    $"another name than {string.Join(", ", Variables)}, pi, e and those of functions",
                    "Rename the parameter.");
            }

            parameters = parameters.Add(name, map!.Required(name).WithParameters(parameters).Number());
        }

        return parameters;
    }
}
