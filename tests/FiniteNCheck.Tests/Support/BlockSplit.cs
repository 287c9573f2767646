using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Tests.Support;

/// <summary>
/// The same physics written with one more block: some spins of a block become a separate block, optionally in a frame rotated by
/// pi about an axis. The gauge reduction has to undo this.
/// </summary>
/// <param name="Block">The block that is split.</param>
/// <param name="Moved">The number of its spins that form the new, last block; at least 1 and fewer than the block holds.</param>
/// <param name="Axis">The axis of the half turn, <see langword="null"/> for none.</param>
/// <param name="MirrorRates">Whether the new block's channels are written as <c>Gamma(-x)</c> of <c>-Delta</c>.</param>
internal sealed record BlockSplit(int Block, int Moved, PauliAxis? Axis, bool MirrorRates)
{
    public CollectiveModel Apply(CollectiveModel model, int n)
    {
        double share = (double)Moved / model.SpinsAt(n)[Block];
        Block whole = model.Blocks[Block];
        var start = (ProductState)model.Initial;
        return model with
        {
            Blocks = model.Blocks
                .SetItem(Block, whole with { Share = whole.Share * (1 - share) })
                .Add(new Block("split", whole.Share * share)),
            Fields = model.Fields.Add(Turn(model.Fields[Block])),
            Couplings = [.. model.Couplings.SelectMany(coupling => Split(coupling, model.Blocks.Length))],
            Jumps = [.. model.Jumps.SelectMany(jump => Split(jump, share))],
            CollectiveJumps = [.. model.CollectiveJumps.Select(jump => Split(jump, share))],
            Initial = new ProductState(start.Bloch.Add(Turn(start.Bloch[Block]))),
        };
    }

    /// <summary>The vector in the turned frame: the two components across the axis change sign.</summary>
    public PauliVector Turn(PauliVector v) => new(Sign(PauliAxis.X) * v.X, Sign(PauliAxis.Y) * v.Y, Sign(PauliAxis.Z) * v.Z);

    private int Sign(PauliAxis component) => Axis is null || component == Axis ? 1 : -1;

    /// <summary>
    /// <c>S_a</c> of the whole is <c>S_a</c> of what stays plus or minus <c>S_a</c> of the new block, at either end of the pair.
    /// </summary>
    private IEnumerable<PairCoupling> Split(PairCoupling coupling, int added) =>
        from first in Ends(coupling.FirstBlock, coupling.FirstAxis, added)
        from second in Ends(coupling.SecondBlock, coupling.SecondAxis, added)
        select coupling with
        {
            FirstBlock = first.Block,
            SecondBlock = second.Block,
            Strength = first.Sign * second.Sign * coupling.Strength,
        };

    private (int Block, int Sign)[] Ends(int block, PauliAxis axis, int added) =>
        block == Block ? [(block, 1), (added, Sign(axis))] : [(block, 1)];

    private IEnumerable<JumpChannel> Split(JumpChannel jump, double share)
    {
        PauliVector r = jump.Argument[Block];
        ImmutableArray<PauliVector> argument = jump.Argument.SetItem(Block, (1 - share) * r).Add(share * Turn(r));
        yield return jump with { Argument = argument };
        if (jump.Block == Block)
        {
            JumpChannel moved = jump with { Block = argument.Length - 1, Operator = Turn(jump.Operator), Argument = argument };
            yield return MirrorRates ? Mirror(moved) : moved;
        }
    }

    /// <summary>The new block takes part with its turned operator, sign included.</summary>
    private CollectiveJump Split(CollectiveJump jump, double share)
    {
        SpinOperator axis = Axis is { } turned ? SpinOperator.Pauli(turned) : SpinOperator.Identity;
        return jump with
        {
            Operators = jump.Operators.Add(axis * jump.Operators[Block] * axis),
            Argument = jump.Argument.SetItem(Block, (1 - share) * jump.Argument[Block]).Add(share * Turn(jump.Argument[Block])),
        };
    }

    /// <summary><c>sigma_a j sigma_a</c>; the phase of a jump operator means nothing, and z is kept as z.</summary>
    private SpinOperator Turn(SpinOperator j) => Axis is not { } axis || j == SpinOperator.Pauli(PauliAxis.Z)
        ? j
        : WithoutSign(SpinOperator.Pauli(axis) * j * SpinOperator.Pauli(axis));

    /// <summary>
    /// Rotations about z or y change the sign of raise and lower. The sign is dropped, so that they stay recognisable as such.
    /// </summary>
    private static SpinOperator WithoutSign(SpinOperator j) =>
        new SpinOperator(-j.UpUp, -j.UpDown, -j.DownUp, -j.DownDown) is var opposite
            && (opposite == SpinOperator.Raise || opposite == SpinOperator.Lower)
            ? opposite
            : j;

    private static JumpChannel Mirror(JumpChannel jump) => jump with
    {
        Argument = [.. jump.Argument.Select(r => -1 * r)],
        Rate = jump.Rate switch
        {
            ExponentialRate rate => rate with { Exponent = -rate.Exponent },
            NormalisedRate rate => rate with { Exponent = -rate.Exponent },
            PolynomialRate rate => new PolynomialRate([.. rate.Coefficients.Select((c, power) => power % 2 == 0 ? c : -c)]),
            _ => throw new InvalidOperationException($"Unknown rate {jump.Rate}."),
        },
    };
}
