using System.Collections.Immutable;
using FiniteNCheck.Files.Yaml;
using FiniteNCheck.Model;

namespace FiniteNCheck.Files.Models;

/// <summary>Reads a model that is written out in full: blocks, Hamiltonian, jumps.</summary>
internal static class FullModelReader
{
    private const string BlockList = "a list of blocks { name: ..., share: ... }";
    private const string JumpList = "a list of jumps, [] for none";
    private const string CollectiveList = "a list of collective jumps { operator: { block: ... }, rate: ..., argument: ... }";
    private const string Coupling = "a coupling { between: [block, block], axes: [axis, axis], strength: ... }";

    internal static CollectiveModel Read(YamlMap map)
    {
        string name = map.Required("name", "a text").Text();
        ImmutableArray<Block> blocks =
            map.Required("blocks", $"{BlockList}, or 'hopfield' instead of blocks and jumps").List(ReadBlock, BlockList);
        BlockNames names = BlockNames.Of(map, blocks);
        YamlMap? hamiltonian = map.Optional("hamiltonian")?
            .Map("a map with the keys fields, couplings")
            .Allow("fields", "couplings");
        return new CollectiveModel
        {
            Name = name,
            Blocks = blocks,
            Fields = names.VectorsOrZero(hamiltonian?.Optional("fields")),
            Couplings = hamiltonian?.Optional("couplings")?.List(item => ReadCoupling(item, names), "a list of couplings") ?? [],
            Jumps = map.Required("jumps", JumpList).List(item => JumpReader.Read(item, names), JumpList),
            CollectiveJumps =
                map.Optional("collective-jumps")?.List(item => JumpReader.ReadCollective(item, names), CollectiveList) ?? [],
            Initial = InitialStateReader.Read(map, names, named: null),
        };
    }

    private static Block ReadBlock(YamlNode item)
    {
        YamlMap map = item.Map("a block { name: ..., share: ... }").Allow("name", "share");
        return new Block(map.Required("name", BlockName.Rule).Text(), map.Required("share", "a number above 0").Number());
    }

    private static PairCoupling ReadCoupling(YamlNode item, BlockNames names)
    {
        YamlMap map = item.Map(Coupling).Allow("between", "axes", "strength");
        ImmutableArray<int> between =
            [.. map.Required("between", "two blocks").Items(2, "the two blocks", Unsupported.ThreeSpins).Select(names.IndexOf)];
        ImmutableArray<PauliAxis> axes =
            [.. map.Required("axes", "two axes").Items(2, "the two axes", Unsupported.ThreeSpins).Select(ReadAxis)];
        return new PairCoupling(between[0], axes[0], between[1], axes[1], map.Required("strength", "a number").Number());
    }

    private static PauliAxis ReadAxis(YamlNode node) => node.Choice(("x", PauliAxis.X), ("y", PauliAxis.Y), ("z", PauliAxis.Z));
}
