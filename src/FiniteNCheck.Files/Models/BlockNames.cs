using System.Collections.Immutable;
using FiniteNCheck.Files.Yaml;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Driving;

namespace FiniteNCheck.Files.Models;

/// <summary>The block names of a model, and readers for values that are given per block.</summary>
internal sealed class BlockNames
{
    /// <summary>What the operators of a collective jump are.</summary>
    internal const string OperatorPerBlock = "a map of block names to raise, lower, z or complex 2x2 matrices, one block at least";

    private const string PerBlock = "a map of block names to vectors [x, y, z]";
    private readonly ImmutableArray<string> names;

    internal BlockNames(ImmutableArray<string> names) => this.names = names;

    /// <summary>
    /// Checks the blocks and takes their names. An invalid name must be reported at its definition, not where it is used.
    /// </summary>
    internal static BlockNames Of(YamlMap map, ImmutableArray<Block> blocks)
    {
        Problem.ThrowFirst(map, ModelValidation.BlockProblems(blocks));
        return new BlockNames([.. blocks.Select(block => block.Name)]);
    }

    /// <summary>The number of blocks.</summary>
    internal int Count => names.Length;

    /// <summary>The index of the block named by a node.</summary>
    internal int IndexOf(YamlNode node) => node is YamlList
        ? throw node.Error("the name of one block", Unsupported.SeveralBlocks)
        : node.Choice([.. names.Select((name, index) => (name, index))]);

    /// <summary>One vector per block from a map of block names. Missing entries, or a missing map, count as zero.</summary>
    internal ImmutableArray<PauliVector> VectorsOrZero(YamlNode? node)
    {
        YamlMap? map = node?.Map(PerBlock).Allow(names);
        return [.. names.Select(name => map?.Optional(name) is { } vector ? ReadVector(vector) : PauliVector.Zero)];
    }

    /// <summary>The fields of all blocks from a map of block names, and those components of them that depend on time.</summary>
    internal (ImmutableArray<PauliVector> Constant, ImmutableArray<DrivenField> Driven) Fields(YamlNode? node)
    {
        YamlMap? map = node?.Map(PerBlock).Allow(names);
        PauliVector[] constant = new PauliVector[names.Length];
        var driven = ImmutableArray.CreateBuilder<DrivenField>();
        for (int block = 0; block < names.Length; block++)
        {
            if (map?.Optional(names[block]) is not { } vector)
            {
                continue;
            }

            foreach (PauliAxis axis in Enum.GetValues<PauliAxis>())
            {
                (double factor, TimeFunction? drive) = TimedNumber.Read(Components(vector)[(int)axis]);
                if (drive is null)
                {
                    constant[block] += factor * PauliVector.Along(axis);
                }
                else
                {
                    driven.Add(new DrivenField(block, axis, drive));
                }
            }
        }

        return ([.. constant], driven.DrainToImmutable());
    }

    /// <summary>One operator per block from a map of at least one block name. Blocks left out get the zero matrix.</summary>
    internal ImmutableArray<SpinOperator> OperatorsOrZero(YamlNode node, Func<YamlNode, SpinOperator> read)
    {
        YamlMap map = node.Map(OperatorPerBlock).Allow(names);
        return map.Keys.Any()
            ? [.. names.Select(name => map.Optional(name) is { } given ? read(given) : SpinOperator.Zero)]
            : throw node.Error(OperatorPerBlock, "Name a block that takes part.");
    }

    /// <summary>One vector per block from a map that must have an entry for every block.</summary>
    internal ImmutableArray<PauliVector> Vectors(YamlMap map) => Each(map, "a Bloch vector [x, y, z] for each block", ReadVector);

    /// <summary>One value per block from a map that must have an entry for every block.</summary>
    internal ImmutableArray<T> Each<T>(YamlMap map, string allowed, Func<YamlNode, T> read) => Each(map, allowed, (_, node) => read(node));

    /// <summary>One value per block, of which the index is told, from a map that must have an entry for every block.</summary>
    internal ImmutableArray<T> Each<T>(YamlMap map, string allowed, Func<int, YamlNode, T> read)
    {
        map.Allow(names);
        return [.. names.Select((name, index) => read(index, map.Required(name, allowed)))];
    }

    /// <summary>A map that has no other keys than block names.</summary>
    internal YamlMap MapOf(YamlNode node, string allowed) => node.Map(allowed).Allow(names);

    private static PauliVector ReadVector(YamlNode node)
    {
        ImmutableArray<YamlNode> items = Components(node);
        return new PauliVector(items[0].Number(), items[1].Number(), items[2].Number());
    }

    private static ImmutableArray<YamlNode> Components(YamlNode node)
    {
        const string meaning = "the components x, y, z";
        if (node is YamlMap map && !map.Keys.Any(key => key is "x" or "y" or "z"))
        {
            throw node.Error($"a list of 3: {meaning}", Unsupported.MoreLevels);
        }

        return node.Items(3, meaning, Unsupported.MoreLevels);
    }
}
