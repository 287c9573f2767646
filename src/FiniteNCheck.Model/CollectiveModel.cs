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
    public override IEnumerable<TimeFunction> TimeFunctions =>
        DrivenFields.Select(each => each.Strength)
            .Concat(Couplings.Select(pair => pair.Drive).Concat(Jumps.Select(jump => jump.Drive)).OfType<TimeFunction>());

    /// <inheritdoc/>
    public override IEnumerable<CollectiveRate> LocalRates => Jumps.Select(jump => jump.Rate);

    /// <inheritdoc/>
    public override IEnumerable<CollectiveRate> CollectiveRates => CollectiveJumps.Select(jump => jump.Rate);

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
            Couplings =
            [
                .. Couplings.Select(pair => pair.Drive is { } drive
                    ? pair with { Strength = Value(drive, time) * pair.Strength, Drive = null }
                    : pair),
            ],
            Jumps =
            [
                .. Jumps.Select(jump => jump.Drive is { } drive
                    ? jump with { Rate = RateScaling.Scale(jump.Rate, Value(drive, time)), Drive = null }
                    : jump),
            ],
        };
    }

    /// <inheritdoc/>
    public override CollectiveModel Between(double time)
    {
        return this with
        {
            DrivenFields = [.. DrivenFields.Select(each => each with { Strength = each.Strength.HeldAt(time) })],
            Couplings = [.. Couplings.Select(pair => pair with { Drive = pair.Drive?.HeldAt(time) })],
            Jumps = [.. Jumps.Select(jump => jump with { Drive = jump.Drive?.HeldAt(time) })],
        };
    }
}
