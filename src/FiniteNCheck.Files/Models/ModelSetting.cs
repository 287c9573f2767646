using System.Collections.Immutable;
using FiniteNCheck.Files.Yaml;
using FiniteNCheck.Model;

namespace FiniteNCheck.Files.Models;

/// <summary>A number in place of one of a model file.</summary>
/// <param name="Path">
/// A name under <c>parameters</c>, such as <c>omega</c>, or the path of a number in the file, such as <c>hopfield.temperature</c> or
/// <c>jumps[2].rate.exponential.exponent</c>. List items count from 1.
/// </param>
/// <param name="Value">The number, finite.</param>
public readonly record struct ModelSetting(string Path, double Value)
{
    private const string Parameters = "parameters";

    /// <summary>Writes settings into a model file.</summary>
    /// <param name="model">The file.</param>
    /// <param name="settings">The settings.</param>
    /// <exception cref="InputException">The file has no such parameter, or no number at a path.</exception>
    public static YamlMap Apply(YamlMap model, ImmutableArray<ModelSetting> settings)
    {
        ArgumentNullException.ThrowIfNull(model);
        return settings.Aggregate(model, (map, setting) => setting.Apply(map));
    }

    /// <summary>The setting as the command line writes it: <c>omega=0.3</c>.</summary>
    public override string ToString() => $"{Path}={Numeral.Exact(Value)}";

    private YamlMap Apply(YamlMap model)
    {
        ImmutableArray<string> names = model.Optional(Parameters) is YamlMap parameters ? parameters.Keys : [];
        if (names.Contains(Path, StringComparer.Ordinal))
        {
            return model.With($"{Parameters}.{Path}", Value).Map();
        }

        if (Path.AsSpan().IndexOfAny('.', '[') < 0)
        {
            string known = names.IsEmpty ? "it has none" : $"it has {string.Join(", ", names)}";
            throw new InputException(
                $"{model.File}: {this} names no parameter of the model: {known}. "
                + "Name one of 'parameters', or the path of a number in the file, such as hopfield.temperature.");
        }

        try
        {
            return model.With(Path, Value).Map();
        }
        catch (InputFileException exception)
        {
            throw new InputException($"{exception.Message} ({this})", exception);
        }
    }
}
