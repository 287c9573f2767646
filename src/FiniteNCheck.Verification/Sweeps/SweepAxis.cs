using System.Collections.Immutable;
using FiniteNCheck.Files;
using FiniteNCheck.Files.Yaml;

namespace FiniteNCheck.Verification.Sweeps;

/// <summary>One axis of a sweep: numbers of the model file that take a list of values together.</summary>
/// <param name="Name">The axis, as reports call it.</param>
/// <param name="Targets">The paths of the numbers in the model file, each with the factor by which it takes the axis' value.</param>
/// <param name="Values">The values, distinct, in the order of the reports.</param>
public sealed record SweepAxis(string Name, ImmutableArray<(string Path, double Factor)> Targets, ImmutableArray<double> Values)
{
    /// <summary>The most values of an axis.</summary>
    public const int MostValues = 10_000;

    /// <summary>A model file with one value of the axis written into it.</summary>
    /// <param name="model">The file.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="InputFileException">A path leads to no number of the file.</exception>
    internal YamlNode Apply(YamlNode model, double value) =>
        Targets.Aggregate(model, (node, target) => node.With(target.Path, target.Factor * value));
}
