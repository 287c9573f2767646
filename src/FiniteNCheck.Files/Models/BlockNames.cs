using System.Collections.Immutable;
using FiniteNCheck.Files.Yaml;
using FiniteNCheck.Model;

namespace FiniteNCheck.Files.Models;

/// <summary>The names of a model's blocks, and reading of what is given per block.</summary>
internal sealed class BlockNames
{
    private const string PerBlock = "a map of block names to vectors [x, y, z]";
    private readonly ImmutableArray<string> names;

    internal BlockNames(ImmutableArray<string> names) => this.names = names;

    /// <summary>The names of blocks that have been read, checked first: a wrong name must be reported where it stands, not where it is used.</summary>
    internal static BlockNames Of(YamlMap map, ImmutableArray<Block> blocks)
    {
        Problem.ThrowFirst(map, ModelValidation.OfBlocks(blocks));
        return new BlockNames([.. blocks.Select(block => block.Name)]);
    }

    /// <summary>The index of the block that a node names.</summary>
    internal int IndexOf(YamlNode node) => node is YamlList
        ? throw node.Error("the name of one block", Unsupported.OfSeveralBlocks)
        : node.Choice([.. names.Select((name, index) => (name, index))]);

    /// <summary>One vector per block from a map of block names; zero where a block is left out, or the whole map.</summary>
    internal ImmutableArray<PauliVector> VectorsOrZero(YamlNode? node)
    {
        YamlMap? map = node?.Map(PerBlock).Allow(names);
        return [.. names.Select(name => map?.Optional(name) is { } vector ? ReadVector(vector) : PauliVector.Zero)];
    }

    /// <summary>One vector per block from a map of block names that must name them all.</summary>
    internal ImmutableArray<PauliVector> Vectors(YamlMap map)
    {
        map.Allow(names);
        return [.. names.Select(name => ReadVector(map.Required(name, "a Bloch vector [x, y, z] for each block")))];
    }

    private static PauliVector ReadVector(YamlNode node)
    {
        const string meaning = "the components x, y, z";
        ImmutableArray<YamlNode> items = node is YamlMap map && !map.Keys.Any(key => key is "x" or "y" or "z") ? throw node.Error($"a list of 3: {meaning}", Unsupported.OfLevels) : node.Items(3, meaning, Unsupported.OfLevels);
        return new PauliVector(items[0].Number(), items[1].Number(), items[2].Number());
    }
}
