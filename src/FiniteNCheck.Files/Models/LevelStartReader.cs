using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Files.Yaml;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Formulas;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Files.Models;

/// <summary>Reads <c>initial</c> of a model in which some blocks have levels.</summary>
/// <param name="names">The names of the blocks.</param>
/// <param name="blocks">The blocks.</param>
/// <param name="readers">The reader of each block's operators.</param>
internal sealed class LevelStartReader(BlockNames names, ImmutableArray<Block> blocks, ImmutableArray<LevelOperatorReader> readers)
{
    private const string PerBlock = "a map of every block to its populations, its density matrix or its vector";
    private const string Allowed = $"{PerBlock}, or one of {{ fixed-point, mixture, superposition, dicke, ghz }}";
    private const string Count = "a whole number, or a share of n in quotes";

    /// <summary>The initial state of a model.</summary>
    /// <param name="model">The map that holds the model.</param>
    internal InitialState Read(YamlMap model)
    {
        YamlNode node = model.Required("initial", Allowed);
        if (node is not YamlMap map)
        {
            throw node.Error(Allowed, "Write one line 'block: { level: population, ... }' per block.");
        }

        if (!map.Keys.Any(BlockName.IsStart))
        {
            return new LevelProduct(States(map));
        }

        (string kind, YamlNode start) = map.OneOf(BlockName.Starts);
        return kind switch
        {
            "mixture" => new LevelMixture(start.List(ReadComponent, "a list of { weight: ..., state: { ... } }")),
            "superposition" => new LevelSuperposition(start.List(ReadTerm, "a list of { amplitude: [re, im], state: { ... } }")),
            "dicke" => ReadDicke(start),
            "ghz" => ReadGhz(start),
            _ => new LevelFixedPoint(States(start.Map(PerBlock))),
        };
    }

    private ImmutableArray<LocalOperator> States(YamlMap map) => names.Each(map, PerBlock, (h, node) => readers[h].State(node));

    private LevelComponent ReadComponent(YamlNode item)
    {
        YamlMap map = item.Map("{ weight: ..., state: { ... } }").Allow("weight", "state");
        return new LevelComponent(
            map.Required("weight", "a probability").Number(), States(map.Required("state", PerBlock).Map(PerBlock)));
    }

    private LevelSuperpositionTerm ReadTerm(YamlNode item)
    {
        (Complex amplitude, YamlMap state) = InitialStateReader.TermOf(item, PerBlock);
        return new LevelSuperpositionTerm(amplitude, names.Each(state, PerBlock, (h, node) => readers[h].Vector(node)));
    }

    private LevelDicke ReadDicke(YamlNode node)
    {
        const string allowed = "a map of every block to numbers of sites in its levels, such as { g: \"n - 3\", e: 3 }";
        return new LevelDicke(names.Each(node.Map(allowed), allowed, (h, each) => Counts(blocks[h], each.Map(allowed))));
    }

    private static ImmutableArray<Formula> Counts(Block block, YamlMap map)
    {
        if (block.Levels.IsEmpty)
        {
            return LevelStart.Counts(map.Allow("up").Required("up", Count).Formula(DickeState.Size), block);
        }

        map.Allow(block.Levels);
        return [.. block.Levels.Select(level => map.Optional(level)?.Formula(DickeState.Size) ?? Formula.Constant(0))];
    }

    // All sites in the same level, in superposition over the levels.
    private LevelSuperposition ReadGhz(YamlNode node)
    {
        ImmutableArray<int> named = node.List(names.IndexOf, "a list of all blocks, such as [all]");
        if (!named.Order().SequenceEqual(Enumerable.Range(0, blocks.Length)))
        {
            throw node.Error("a list of all blocks, each once", "Name every block: a GHZ state is one of all sites.");
        }

        int levels = blocks[0].Dimension;
        return blocks.All(block => block.Dimension == levels)
            ? new LevelSuperposition(
            [
                .. Enumerable.Range(0, levels).Select(level => new LevelSuperpositionTerm(
                    1, [.. blocks.Select(_ => Basis(levels, level))])),
            ])
            : throw node.Error(
                "blocks of equally many levels", "Write the state as a superposition.", "blocks of different numbers of levels");
    }

    private static ImmutableArray<Complex> Basis(int levels, int level) =>
        [.. Enumerable.Range(0, levels).Select(a => a == level ? Complex.One : Complex.Zero)];
}
