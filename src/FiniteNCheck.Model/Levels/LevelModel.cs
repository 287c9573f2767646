using System.Collections.Immutable;
using FiniteNCheck.Model.Driving;

namespace FiniteNCheck.Model.Levels;

/// <summary>
/// A model of the class (10)-(16) with any local dimension: blocks of sites with two to four levels, one-site fields, all-to-all pair
/// couplings, one-site jumps with collective operator-valued rates, jumps of whole blocks, and an initial state. Immutable and purely
/// descriptive.
/// </summary>
public sealed record LevelModel : SymmetricModel
{
    /// <summary>The Hermitian field of each block: <c>H += sum_i A^(i)</c>.</summary>
    public required ImmutableArray<LocalOperator> Fields { get; init; }

    /// <summary>The fields that depend on time, in addition to <see cref="Fields"/>.</summary>
    public ImmutableArray<LevelField> DrivenFields { get; init; } = [];

    /// <summary>The pair couplings.</summary>
    public ImmutableArray<LevelCoupling> Couplings { get; init; } = [];

    /// <summary>The jump channels.</summary>
    public required ImmutableArray<LevelJump> Jumps { get; init; }

    /// <summary>The jumps of whole blocks.</summary>
    public ImmutableArray<LevelCollectiveJump> CollectiveJumps { get; init; } = [];

    /// <inheritdoc/>
    public override ImmutableArray<(double Weight, SymmetricModel Model)> Components => Initial is LevelMixture mixture
        ? [.. mixture.Components.Select(each => (each.Weight, (SymmetricModel)StartingFrom(each.States)))]
        : [];

    /// <inheritdoc/>
    public override IEnumerable<Coupling> PairCouplings => Couplings;

    /// <inheritdoc/>
    public override IEnumerable<LocalJump> LocalJumps => Jumps;

    /// <inheritdoc/>
    public override IEnumerable<Jump> BlockJumps => CollectiveJumps;

    /// <inheritdoc/>
    private protected override IEnumerable<TimeFunction> DrivenStrengths => DrivenFields.Select(each => each.Strength);

    /// <summary>A two-level model as a model of sites with levels: the same blocks and observables, operators as matrices.</summary>
    /// <param name="model">The model, its initial state resolved.</param>
    /// <exception cref="InputException">The initial state is a fixed point that has not been resolved.</exception>
    public static LevelModel From(CollectiveModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new LevelModel
        {
            Name = model.Name,
            Blocks = model.Blocks,
            Parameters = model.Parameters,
            Initial = LevelStart.From(model.Initial, model.Blocks),
            Fields = [.. model.Fields.Select(LocalOperator.Of)],
            DrivenFields = [.. model.DrivenFields.Select(field => new LevelField(field.Block, Pauli(field.Axis), field.Strength))],
            Couplings =
            [
                .. model.Couplings.Select(pair =>
                    new LevelCoupling(pair.FirstBlock, Pauli(pair.FirstAxis), pair.SecondBlock, Pauli(pair.SecondAxis), pair.Strength)
                    {
                        Scale = pair.Scale,
                        Drive = pair.Drive,
                    }),
            ],
            Jumps =
            [
                .. model.Jumps.Select(jump =>
                    new LevelJump(jump.Block, LocalOperator.Of(jump.Operator), jump.Rate, Matrices(jump.Argument), jump.OwnSite)
                    {
                        Drive = jump.Drive,
                    }),
            ],
            CollectiveJumps =
            [
                .. model.CollectiveJumps.Select(jump =>
                    new LevelCollectiveJump([.. jump.Operators.Select(LocalOperator.Of)], jump.Rate, Matrices(jump.Argument))
                    {
                        Drive = jump.Drive,
                    }),
            ],
        };
    }

    /// <summary>The same model with a product state as its initial state.</summary>
    /// <param name="states">One density matrix per block.</param>
    public LevelModel StartingFrom(ImmutableArray<LocalOperator> states) => this with { Initial = new LevelProduct(states) };

    /// <inheritdoc/>
    public override LevelModel At(double time)
    {
        if (!IsDriven)
        {
            return this;
        }

        LocalOperator[] fields = [.. Fields];
        foreach (LevelField field in DrivenFields)
        {
            fields[field.Block] += Value(field.Strength, time) * field.Operator;
        }

        return this with
        {
            Fields = [.. fields],
            DrivenFields = [],
            Couplings = CouplingsAt(Couplings, time),
            Jumps = JumpsAt(Jumps, time),
            CollectiveJumps = JumpsAt(CollectiveJumps, time),
        };
    }

    /// <inheritdoc/>
    public override LevelModel Between(double time) => this with
    {
        DrivenFields = [.. DrivenFields.Select(each => each with { Strength = each.Strength.HeldAt(time) })],
        Couplings = CouplingsHeld(Couplings, time),
        Jumps = JumpsHeld(Jumps, time),
        CollectiveJumps = JumpsHeld(CollectiveJumps, time),
    };

    /// <inheritdoc/>
    public override LevelModel WithCouplings(Func<Coupling, bool> isKept) =>
        this with { Couplings = [.. Couplings.Where(pair => isKept(pair))] };

    /// <inheritdoc/>
    public override LevelModel OfBlocks(ImmutableArray<int> blocks) => this with
    {
        Blocks = Of(Blocks, blocks),
        Fields = Of(Fields, blocks),
        DrivenFields =
        [
            .. DrivenFields
                .Where(field => blocks.Contains(field.Block))
                .Select(field => field with { Block = blocks.IndexOf(field.Block) }),
        ],
        Couplings = Among(Couplings, blocks),
        Jumps =
        [
            .. Jumps.Where(jump => blocks.Contains(jump.Block))
                .Select(jump => jump with { Block = blocks.IndexOf(jump.Block), Argument = Of(jump.Argument, blocks) }),
        ],
        CollectiveJumps =
        [
            .. CollectiveJumps.Select(jump => jump with { Operators = Of(jump.Operators, blocks), Argument = Of(jump.Argument, blocks) }),
        ],
        Initial = Initial is LevelProduct product ? new LevelProduct(Of(product.States, blocks)) : Initial,
    };

    private static LocalOperator Pauli(PauliAxis axis) => LocalOperator.Of(SpinOperator.Pauli(axis));

    private static ImmutableArray<LocalOperator> Matrices(ImmutableArray<PauliVector> argument) =>
        [.. argument.Select(LocalOperator.Of)];
}
