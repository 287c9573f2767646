using System.Collections.Immutable;
using FiniteNCheck.Model.Driving;

namespace FiniteNCheck.Model;

/// <summary>
/// A model of the class (10)-(16) with local dimension 2: blocks, one-site fields, all-to-all pair couplings, one-spin jumps with
/// collective operator-valued rates, jumps of whole blocks, and an initial state. Immutable and purely descriptive.
/// </summary>
public sealed record CollectiveModel : SymmetricModel
{
    /// <summary>The field of each block: <c>H += sum_i field . sigma^(i)</c>.</summary>
    public required ImmutableArray<PauliVector> Fields { get; init; }

    /// <summary>The fields that depend on time, in addition to <see cref="Fields"/>.</summary>
    public ImmutableArray<DrivenField> DrivenFields { get; init; } = [];

    /// <summary>The pair couplings.</summary>
    public ImmutableArray<PairCoupling> Couplings { get; init; } = [];

    /// <summary>The jump channels.</summary>
    public required ImmutableArray<JumpChannel> Jumps { get; init; }

    /// <summary>The jumps of whole blocks.</summary>
    public ImmutableArray<CollectiveJump> CollectiveJumps { get; init; } = [];

    /// <inheritdoc/>
    public override ImmutableArray<(double Weight, SymmetricModel Model)> Components => Initial is Mixture mixture
        ? [.. mixture.Components.Select(each => (each.Weight, (SymmetricModel)StartingFrom(each.Bloch)))]
        : [];

    /// <inheritdoc/>
    public override IEnumerable<Coupling> PairCouplings => Couplings;

    /// <inheritdoc/>
    public override IEnumerable<LocalJump> LocalJumps => Jumps;

    /// <inheritdoc/>
    public override IEnumerable<Jump> BlockJumps => CollectiveJumps;

    /// <inheritdoc/>
    private protected override IEnumerable<TimeFunction> DrivenStrengths => DrivenFields.Select(each => each.Strength);

    /// <summary>The same model with a product state as its initial state.</summary>
    /// <param name="bloch">One Bloch vector per block, each of length at most 1.</param>
    public CollectiveModel StartingFrom(ImmutableArray<PauliVector> bloch) => this with { Initial = new ProductState(bloch) };

    /// <inheritdoc/>
    public override CollectiveModel At(double time)
    {
        if (!IsDriven)
        {
            return this;
        }

        PauliVector[] fields = [.. Fields];
        foreach (DrivenField field in DrivenFields)
        {
            fields[field.Block] += Value(field.Strength, time) * PauliVector.Along(field.Axis);
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
    public override CollectiveModel Between(double time) => this with
    {
        DrivenFields = [.. DrivenFields.Select(each => each with { Strength = each.Strength.HeldAt(time) })],
        Couplings = CouplingsHeld(Couplings, time),
        Jumps = JumpsHeld(Jumps, time),
        CollectiveJumps = JumpsHeld(CollectiveJumps, time),
    };

    /// <inheritdoc/>
    public override CollectiveModel WithCouplings(Func<Coupling, bool> isKept) =>
        this with { Couplings = [.. Couplings.Where(pair => isKept(pair))] };

    /// <inheritdoc/>
    public override CollectiveModel OfBlocks(ImmutableArray<int> blocks) => this with
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
        Initial = Initial is ProductState product ? new ProductState(Of(product.Bloch, blocks)) : Initial,
    };
}
