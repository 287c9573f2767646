using System.Collections.Immutable;
using FiniteNCheck.Files;
using FiniteNCheck.Files.Yaml;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification.Sweeps;

/// <summary>Reads the key <c>sweep</c> of study files.</summary>
internal static class SweepReader
{
    private const int MaxCells = 100_000;
    private const int MaxAxes = 6;

    private const string Axis =
        "an axis { parameter: hopfield.temperature, values: [0.5, 0.6] }, or with from, to and count instead of values";

    /// <summary>The axes.</summary>
    /// <param name="node">The list of axes.</param>
    /// <exception cref="InputFileException">It is invalid.</exception>
    internal static ImmutableArray<SweepAxis> Read(YamlNode node)
    {
        ImmutableArray<SweepAxis> axes = node.List(ReadAxis, $"a list of 1 to {MaxAxes} axes, each {Axis}");
        if (axes.Length is 0 or > MaxAxes)
        {
            throw node.Error($"1 to {MaxAxes} axes", "Remove the sweep, or what is too much of it.");
        }

        if (axes.GroupBy(axis => axis.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } duplicate)
        {
            throw node.Error("axes of different names", $"Give one of the two axes '{duplicate.Key}' another name.");
        }

        double cells = axes.Aggregate(1.0, (product, axis) => product * axis.Values.Length);
        return cells <= MaxCells
            ? axes
            : throw node.Error(
                $"at most {MaxCells} combinations of values",
                "Take fewer values, or split the study.",
                $"{Numeral.Exact(cells)} combinations");
    }

    private static SweepAxis ReadAxis(YamlNode node)
    {
        YamlMap map = node.Map(Axis).Allow("name", "parameter", "parameters", "values", "from", "to", "count");
        ImmutableArray<(string Path, double Factor)> targets = Targets(map);
        string name = map.Optional("name")?.Text() ?? (targets is [var (path, _)]
            ? path.Split('.')[^1]
            : throw map.Error("a name for an axis of several parameters", "Add 'name: ...'."));
        return new SweepAxis(name, targets, Values(map));
    }

    private static ImmutableArray<(string Path, double Factor)> Targets(YamlMap map)
    {
        const string parameters = "a map of paths in the model file to factors, such as { 'jumps[1].rate.exponential.exponent': 0.5 }";
        if (map.Optional("parameters") is not { } several)
        {
            return [(map.Required("parameter", "the path of a number in the model file, such as hopfield.temperature").Text(), 1)];
        }

        if (map.Optional("parameter") is { } both)
        {
            throw both.Error("either parameter or parameters", "Keep one of the two.");
        }

        YamlMap paths = several.Map(parameters);
        return paths.Keys.IsEmpty
            ? throw paths.Error(parameters, "Name at least one path.")
            : [.. paths.Keys.Select(path => (path, paths.Required(path).Number()))];
    }

    private static ImmutableArray<double> Values(YamlMap map)
    {
        if (map.Optional("values") is { } list)
        {
            if (map.Keys.FirstOrDefault(key => key is "from" or "to" or "count") is { } extra)
            {
                throw map.KeyError(extra, $"{extra} beside values", "either values, or from, to and count", "Keep one of the two.");
            }

            ImmutableArray<double> values = list.List(item => item.Number());
            return values.Length is > 0 and <= SweepAxis.MaxValues && values.Distinct().Count() == values.Length
                ? values
                : throw list.Error(
                    $"a list of 1 to {SweepAxis.MaxValues} different numbers", "Remove numbers that occur twice, or that are too many.");
        }

        double from = map.Required("from", "a number; or a list 'values' instead of from, to and count").Number();
        YamlNode end = map.Required("to", "a number");
        int count = map.Required("count", "a number of values").WholeNumber(2, SweepAxis.MaxValues);
        double to = end.Number();
        return from != to && double.IsFinite(to - from)
            ? [.. Enumerable.Range(0, count).Select(i => Between(from, to, i, count - 1))]
            : throw end.Error("another number than 'from'", "Take another end, or one value: values: [...].");
    }

    /// <summary>
    /// The value after <c>i</c> of <c>steps</c> equal steps, rounded to 12 digits: 0.1 to 0.5 in 4
    /// steps passes through 0.2, not 0.2000...01.
    /// </summary>
    private static double Between(double from, double to, int i, int steps)
    {
        double value = from + ((to - from) * i / steps);
        double unit = Math.Max(Math.Abs(from), Math.Abs(to));
        int digits = 12 - (int)Math.Ceiling(Math.Log10(unit));
        return i == 0 ? from : i == steps ? to : digits is >= 0 and <= 15 ? Math.Round(value, digits) : value;
    }
}
