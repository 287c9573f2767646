using System.Collections.Immutable;
using FiniteNCheck.Files.Yaml;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Driving;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Files.Models;

/// <summary>Reads a model in which some blocks have levels.</summary>
internal sealed class LevelModelReader
{
    private const string Coupling = "a coupling { between: [block, block], operators: [operator, operator], strength: ... }";
    private const string OperatorPerBlock = "a map of block names to operators, one block at least";
    private const string PerBlock = "a map of block names to operators";

    private readonly BlockNames names;
    private readonly ImmutableArray<Block> blocks;
    private readonly ImmutableArray<LevelOperatorReader> readers;

    private LevelModelReader(BlockNames names, ImmutableArray<Block> blocks)
    {
        this.names = names;
        this.blocks = blocks;
        readers = [.. blocks.Select(block => new LevelOperatorReader(block))];
    }

    /// <summary>Reads the model.</summary>
    /// <param name="map">The map that holds it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="names">The names of the blocks.</param>
    /// <param name="blocks">The blocks.</param>
    /// <param name="hamiltonian">The map of the Hamiltonian, if there is one.</param>
    internal static LevelModel Read(YamlMap map, string name, BlockNames names, ImmutableArray<Block> blocks, YamlMap? hamiltonian)
    {
        LevelModelReader reader = new(names, blocks);
        (ImmutableArray<LocalOperator> fields, ImmutableArray<LevelField> driven) = reader.Fields(hamiltonian?.Optional("fields"));
        return new LevelModel
        {
            Name = name,
            Blocks = blocks,
            Fields = fields,
            DrivenFields = driven,
            Couplings = hamiltonian?.Optional("couplings")?.List(reader.ReadCoupling, "a list of couplings") ?? [],
            Jumps = map.Required("jumps", FullModelReader.JumpList).List(reader.ReadJump, FullModelReader.JumpList),
            CollectiveJumps = map.Optional("collective-jumps")?.List(reader.ReadCollective, FullModelReader.CollectiveList) ?? [],
            Initial = new LevelStartReader(names, blocks, readers: reader.readers).Read(map),
        };
    }

    private (ImmutableArray<LocalOperator> Constant, ImmutableArray<LevelField> Driven) Fields(YamlNode? node)
    {
        YamlMap? map = node is null ? null : names.MapOf(node, PerBlock);
        LocalOperator[] constant = [.. blocks.Select(block => LocalOperator.Zero(block.Dimension))];
        var driven = ImmutableArray.CreateBuilder<LevelField>();
        for (int h = 0; h < blocks.Length; h++)
        {
            if (map?.Optional(blocks[h].Name) is { } field)
            {
                (constant[h], ImmutableArray<(LocalOperator Operator, TimeFunction Strength)> timed) = readers[h].Terms(field);
                driven.AddRange(timed.Select(each => new LevelField(h, each.Operator, each.Strength)));
            }
        }

        return ([.. constant], driven.ToImmutable());
    }

    private LevelCoupling ReadCoupling(YamlNode item)
    {
        YamlMap map = item.Map(Coupling).Allow("between", "operators", "strength", "scale");
        ImmutableArray<int> between =
            [.. map.Required("between", "two blocks").Items(2, "the two blocks", Unsupported.ThreeSpins).Select(names.IndexOf)];
        ImmutableArray<YamlNode> given =
            map.Required("operators", "two operators").Items(2, "the two operators", Unsupported.ThreeSpins);
        (double strength, TimeFunction? drive) = TimedNumber.Read(map.Required("strength", TimedNumber.Allowed));
        return new LevelCoupling(
            between[0], readers[between[0]].Hermitian(given[0]), between[1], readers[between[1]].Hermitian(given[1]), strength)
        {
            Scale = map.Optional("scale")?.Number() ?? 1,
            Drive = drive,
        };
    }

    private LevelJump ReadJump(YamlNode item)
    {
        YamlMap map = JumpReader.MapOf(item);
        int block = names.IndexOf(map.Required("block", "the name of a block"));
        LocalOperator j = readers[block].Operator(map.Required("operator", readers[block].Allowed));
        (CollectiveRate rate, TimeFunction? drive) = JumpReader.ReadRate(map.Required("rate", JumpReader.RateKinds));
        bool ownSite = map.Optional("own-site")?.TrueOrFalse() ?? true;
        return new LevelJump(block, j, rate, Argument(map, rate), ownSite) { Drive = drive };
    }

    private LevelCollectiveJump ReadCollective(YamlNode item)
    {
        YamlMap map = JumpReader.CollectiveMapOf(item);
        YamlNode node = map.Required("operator", OperatorPerBlock);
        YamlMap operators = names.MapOf(node, OperatorPerBlock);
        if (operators.Keys.IsEmpty)
        {
            throw node.Error(OperatorPerBlock, "Name a block that takes part.");
        }

        (CollectiveRate rate, TimeFunction? drive) = JumpReader.ReadCollectiveRate(map);
        return new LevelCollectiveJump(PerBlockOrZero(operators, (reader, each) => reader.Operator(each)), rate, Argument(map, rate))
        {
            Drive = drive,
        };
    }

    private ImmutableArray<LocalOperator> Argument(YamlMap map, CollectiveRate rate)
    {
        YamlNode? node = JumpReader.ArgumentOf(map, rate, "a map of blocks to weights of populations");
        return PerBlockOrZero(node is null ? null : names.MapOf(node, PerBlock), (reader, each) => reader.Hermitian(each));
    }

    private ImmutableArray<LocalOperator> PerBlockOrZero(YamlMap? map, Func<LevelOperatorReader, YamlNode, LocalOperator> read) =>
    [
        .. blocks.Select((block, h) =>
            map?.Optional(block.Name) is { } given ? read(readers[h], given) : LocalOperator.Zero(block.Dimension)),
    ];
}
