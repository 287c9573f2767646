using System.Collections.Immutable;
using FiniteNCheck.Files.Yaml;
using FiniteNCheck.Model.Driving;

namespace FiniteNCheck.Files.Models;

/// <summary>Reads a number that may depend on time: a number, a quoted formula with <c>t</c>, or steps.</summary>
internal static class TimedNumber
{
    /// <summary>What is allowed, for messages.</summary>
    internal const string Allowed = "a number, a formula of t in quotes, or { steps: [[time, value], ...] }";

    /// <summary>The number, or 1 and a function of time that it is to be multiplied with.</summary>
    /// <param name="node">The node.</param>
    internal static (double Factor, TimeFunction? Drive) Read(YamlNode node)
    {
        if (node is YamlMap map)
        {
            ImmutableArray<ImmutableArray<double>> pairs = map.Allow("steps").Required("steps", "a list of pairs [time, value]").List(
                pair => ImmutableArray.CreateRange(pair.Items(2, "time and value"), number => number.Number()),
                "a list of pairs [time, value]");
            return (1, new Steps([.. pairs.Select(pair => pair[0])], [.. pairs.Select(pair => pair[1])]));
        }

        return node is YamlScalar scalar && scalar.FormulaIn(FormulaOfTime.Time) is { } formula
            ? (1, new FormulaOfTime(formula))
            : (node.Number(), null);
    }
}
