using System.Collections.Immutable;
using FiniteNCheck.Files;
using FiniteNCheck.Files.Yaml;

namespace FiniteNCheck.Verification.Sweeps;

/// <summary>One axis of a sweep: numbers of the model file that vary together over a list of values.</summary>
/// <param name="Name">The name of the axis in reports.</param>
/// <param name="Targets">The paths of the numbers in the model file, each with a factor that multiplies the value of the axis.</param>
/// <param name="Values">The values, distinct, in the order of the reports.</param>
public sealed record SweepAxis(string Name, ImmutableArray<(string Path, double Factor)> Targets, ImmutableArray<double> Values)
{
    /// <summary>Upper limit on the values of an axis.</summary>
    public const int MaxValues = 10_000;

    /// <summary>Writes a value of the axis into a model file.</summary>
    /// <param name="model">The file.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="InputFileException">A path does not lead to a number in the file.</exception>
    internal YamlNode Apply(YamlNode model, double value) =>
        Targets.Aggregate(model, (node, target) => node.With(target.Path, target.Factor * value));
}
