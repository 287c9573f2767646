using System.Collections.Immutable;
using FiniteNCheck.Files.Yaml;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Driving;

namespace FiniteNCheck.Files.Models;

/// <summary>Reads a model that is written out in full: blocks, Hamiltonian, jumps.</summary>
internal static class FullModelReader
{
    private const string BlockList = "a list of blocks { name: ..., share: ... } or { name: ..., size: ... }";

    /// <summary>What the key jumps holds.</summary>
    internal const string JumpList = "a list of jumps, [] for none";

    /// <summary>What the key collective-jumps holds.</summary>
    internal const string CollectiveList = "a list of collective jumps { operator: { block: ... }, rate: ..., argument: ... }";

    private const string Coupling = "a coupling { between: [block, block], axes: [axis, axis], strength: ... }";

    internal static SymmetricModel Read(YamlMap map)
    {
        string name = map.Required("name", "a text").Text();
        ImmutableArray<Block> blocks =
            map.Required("blocks", $"{BlockList}, or 'hopfield' instead of blocks and jumps").List(ReadBlock, BlockList);
        BlockNames names = BlockNames.Of(map, blocks);
        YamlMap? hamiltonian = map.Optional("hamiltonian")?
            .Map("a map with the keys fields, couplings")
            .Allow("fields", "couplings");
        if (blocks.Any(block => !block.Levels.IsEmpty))
        {
            return LevelModelReader.Read(map, name, names, blocks, hamiltonian);
        }

        (ImmutableArray<PauliVector> fields, ImmutableArray<DrivenField> driven) = names.Fields(hamiltonian?.Optional("fields"));
        return new CollectiveModel
        {
            Name = name,
            Blocks = blocks,
            Fields = fields,
            DrivenFields = driven,
            Couplings = hamiltonian?.Optional("couplings")?.List(item => ReadCoupling(item, names), "a list of couplings") ?? [],
            Jumps = map.Required("jumps", JumpList).List(item => JumpReader.Read(item, names), JumpList),
            CollectiveJumps =
                map.Optional("collective-jumps")?.List(item => JumpReader.ReadCollective(item, names), CollectiveList) ?? [],
            Initial = InitialStateReader.Read(map, names, named: null),
        };
    }

    private static Block ReadBlock(YamlNode item)
    {
        YamlMap map = item.Map("a block { name: ..., share: ... } or { name: ..., size: ... }").Allow("name", "share", "size", "levels");
        ImmutableArray<string> levels = map.Optional("levels") is { } list ? ReadLevels(list) : [];
        return ReadSize(map) with { Levels = levels };
    }

    private static ImmutableArray<string> ReadLevels(YamlNode list)
    {
        const string allowed = "a list of 2 to 4 names, such as [g, e, r]";
        ImmutableArray<string> levels = list.List(level => level.Text(), allowed);
        return levels.IsEmpty ? throw list.Error(allowed, "Name the levels, or leave the key out for two levels, up first.") : levels;
    }

    private static Block ReadSize(YamlMap map)
    {
        string name = map.Required("name", BlockName.Rule).Text();
        if (map.Optional("size") is not { } size)
        {
            return new Block(name, map.Required("share", "a number above 0").Number());
        }

        return map.Optional("share") is { } share
            ? throw share.Error("either a share of n or a fixed size", "Remove one of the two.", "a share beside a size")
            : Block.OfSize(name, size.WholeNumber(1, ModelValidation.MaxFixedSize));
    }

    private static PairCoupling ReadCoupling(YamlNode item, BlockNames names)
    {
        YamlMap map = item.Map(Coupling).Allow("between", "axes", "strength", "scale");
        ImmutableArray<int> between =
            [.. map.Required("between", "two blocks").Items(2, "the two blocks", Unsupported.ThreeSpins).Select(names.IndexOf)];
        ImmutableArray<PauliAxis> axes =
            [.. map.Required("axes", "two axes").Items(2, "the two axes", Unsupported.ThreeSpins).Select(ReadAxis)];
        (double strength, TimeFunction? drive) = TimedNumber.Read(map.Required("strength", TimedNumber.Allowed));
        return new PairCoupling(between[0], axes[0], between[1], axes[1], strength)
        {
            Scale = map.Optional("scale")?.Number() ?? 1,
            Drive = drive,
        };
    }

    private static PauliAxis ReadAxis(YamlNode node) => node.Choice(("x", PauliAxis.X), ("y", PauliAxis.Y), ("z", PauliAxis.Z));
}
