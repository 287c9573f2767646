using System.Collections.Immutable;
using FiniteNCheck.Files.Yaml;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Files.Models;

/// <summary>Reads model files. The format is described in <c>docs/model-file.md</c>.</summary>
public static class ModelFile
{
    /// <summary>Reads and checks the model of a file.</summary>
    /// <param name="path">The path.</param>
    /// <exception cref="InputFileException">
    /// The file cannot be read or does not hold a valid model. The message names file, line and key.
    /// </exception>
    public static CollectiveModel Load(string path) => Load(path, []);

    /// <summary>Reads and checks the model of a file, with some of its numbers replaced.</summary>
    /// <param name="path">The path.</param>
    /// <param name="settings">The numbers.</param>
    /// <exception cref="InputException">The file or the model that results cannot be used, or there is no such number.</exception>
    public static CollectiveModel Load(string path, ImmutableArray<ModelSetting> settings) => Read(YamlFile.Load(path), settings);

    /// <summary>Reads and checks the model of a file, which may have sites with levels, with some of its numbers replaced.</summary>
    /// <param name="path">The path.</param>
    /// <param name="settings">The numbers.</param>
    /// <exception cref="InputException">The file or the model that results cannot be used, or there is no such number.</exception>
    public static SymmetricModel LoadAny(string path, ImmutableArray<ModelSetting> settings = default) =>
        ReadAny(YamlFile.Load(path), settings.IsDefault ? [] : settings);

    /// <summary>Reads and checks the model of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fileName">The file name for messages.</param>
    /// <exception cref="InputFileException">The text is not a valid model. The message names file, line and key.</exception>
    public static CollectiveModel Parse(string text, string fileName) => Read(YamlFile.Parse(text, fileName));

    /// <summary>Reads and checks the model of a text, which may have sites with levels.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fileName">The file name for messages.</param>
    /// <exception cref="InputFileException">The text is not a valid model. The message names file, line and key.</exception>
    public static SymmetricModel ParseAny(string text, string fileName) => ReadAny(YamlFile.Parse(text, fileName));

    /// <summary>Reads and checks the model in a map, which may be part of another file.</summary>
    /// <param name="map">The map.</param>
    /// <exception cref="InputFileException">The map is not a valid model.</exception>
    public static CollectiveModel Read(YamlMap map) => Read(map, []);

    /// <summary>Reads and checks the model in a map, with some of its numbers replaced.</summary>
    /// <param name="map">The map.</param>
    /// <param name="settings">The numbers.</param>
    /// <exception cref="InputException">The model that results is not valid, or there is no such number.</exception>
    public static CollectiveModel Read(YamlMap map, ImmutableArray<ModelSetting> settings) =>
        ReadAny(map, settings) as CollectiveModel
        ?? throw map.KeyError(
            "blocks",
            "sites with levels",
            "blocks without levels, since two-level systems alone are asked for",
            "Leave out 'levels'; in a program, ModelFile.LoadAny reads models of either kind.");

    /// <summary>Reads and checks the model in a map, which may have sites with levels, with some of its numbers replaced.</summary>
    /// <param name="map">The map.</param>
    /// <param name="settings">The numbers; none where left out.</param>
    /// <exception cref="InputException">The model that results is not valid, or there is no such number.</exception>
    public static SymmetricModel ReadAny(YamlMap map, ImmutableArray<ModelSetting> settings = default)
    {
        ArgumentNullException.ThrowIfNull(map);
        settings = settings.IsDefault ? [] : settings;
        map = ModelSetting.Apply(map, settings);
        map.Allow("name", "parameters", "blocks", "hamiltonian", "jumps", "collective-jumps", "hopfield", "initial");
        ImmutableSortedDictionary<string, double> parameters = ParameterReader.Read(map.Optional("parameters"));
        map = map.WithParameters(parameters);
        SymmetricModel model = map.Optional("hopfield") is { } hopfield
            ? HopfieldReader.Read(map, hopfield.Map())
            : FullModelReader.Read(map);
        Problem.ThrowFirst(map, SymmetricValidation.Problems(model));
        return model with { Parameters = model.Parameters.SetItems(parameters) };
    }
}
