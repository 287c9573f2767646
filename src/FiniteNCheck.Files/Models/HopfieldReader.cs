using System.Collections.Immutable;
using FiniteNCheck.Files.Yaml;
using FiniteNCheck.Model;

namespace FiniteNCheck.Files.Models;

/// <summary>Reads a model in the <c>hopfield</c> shorthand.</summary>
internal static class HopfieldReader
{
    private const string Patterns = "1, 2 or 3, or a list of rows of signs such as [[1, -1]]";

    internal static CollectiveModel Read(YamlMap model, YamlMap hopfield)
    {
        foreach (string key in model.Keys.Where(key => key is "blocks" or "hamiltonian" or "jumps" or "collective-jumps"))
        {
            throw model.KeyError(
                key,
                $"{key} beside hopfield",
                "either hopfield, or blocks, hamiltonian, jumps and collective-jumps",
                "Remove one of the two: the shorthand stands for a whole model.");
        }

        string name = model.Required("name", "a text").Text();
        HopfieldNetwork network = ReadNetwork(hopfield);
        Problem.ThrowFirst(model, network.Problems());
        InitialState initial = InitialStateReader.Read(model, new BlockNames(network.BlockNames), network);
        return network.Build(name, initial);
    }

    private static HopfieldNetwork ReadNetwork(YamlMap map)
    {
        map.Allow("patterns", "temperature", "transverse-field", "coupling", "rates", "self-energy");
        return new HopfieldNetwork
        {
            Patterns = ReadPatterns(map.Required("patterns", Patterns)),
            Temperature = map.Required("temperature", "a number above 0").Number(),
            TransverseField = map.Optional("transverse-field")?.Number() ?? 0,
            Coupling = map.Optional("coupling")?.Number() ?? 0,
            Rates = map.Optional("rates")?.Choice(
                ("exponential", HopfieldRates.Exponential), ("normalised", HopfieldRates.Normalised))
                ?? HopfieldRates.Exponential,
            SelfEnergy = map.Optional("self-energy")?.TrueOrFalse() ?? true,
        };
    }

    private static ImmutableArray<ImmutableArray<int>> ReadPatterns(YamlNode node) => node is YamlScalar
        ? HopfieldNetwork.AllColumns(node.WholeNumber(1, HopfieldNetwork.MaxPatternsInFull, Patterns))
        : node.List(row => row.List(sign => sign.WholeNumber(), "a row of signs such as [1, -1]"), Patterns);
}
