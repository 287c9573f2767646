using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Calibration;

/// <summary>The families of models that a calibration draws from.</summary>
internal static class RandomModels
{
    /// <summary>One block: field, coupling, a raising and a lowering jump whose rates respond to averages along one axis.</summary>
    /// <param name="draw">The random numbers.</param>
    public static CollectiveModel OneBlock(Draw draw)
    {
        PauliVector axis = draw.Chance(0.5) ? new PauliVector(0, 0, 1) : draw.Direction();
        return Assemble(
            ["a"],
            [Field(draw)],
            draw.Chance(0.7) ? [new PairCoupling(0, PauliAxis.Z, 0, PauliAxis.Z, draw.Between(-1.5, 1.5))] : [],
            [.. Pair(draw, 0, () => [draw.Between(-1, 1) * axis])],
            [draw.Bloch()]);
    }

    /// <summary>Two blocks, each with jumps of its own, coupled by rates and perhaps by an interaction.</summary>
    /// <param name="draw">The random numbers.</param>
    public static CollectiveModel TwoBlocks(Draw draw)
    {
        PauliVector[] axes = draw.Chance(0.6)
            ? [new PauliVector(0, 0, 1), new PauliVector(0, 0, 1)]
            : [draw.Direction(), draw.Direction()];
        ImmutableArray<PauliVector> Argument() => [draw.Between(-0.8, 0.8) * axes[0], draw.Between(-0.8, 0.8) * axes[1]];
        int other = draw.Chance(0.5) ? 1 : 0;
        return Assemble(
            ["a", "b"],
            [Field(draw), Field(draw)],
            draw.Chance(0.7) ? [new PairCoupling(0, PauliAxis.Z, other, PauliAxis.Z, draw.Between(-1, 1))] : [],
            [.. Pair(draw, 0, Argument), .. Pair(draw, 1, Argument)],
            [draw.Bloch(), draw.Bloch()]);
    }

    /// <summary>The transverse Ising model with constant rates: the interaction twists the state long before the rates damp it.</summary>
    /// <param name="draw">The random numbers.</param>
    public static CollectiveModel Twisting(Draw draw)
    {
        double strength = draw.Between(0.5, 2.2) * (draw.Chance(0.5) ? 1 : -1);
        return Assemble(
            ["a"],
            [new PauliVector(draw.Between(-0.6, 0.6), 0, draw.Between(-0.8, 0.8))],
            [new PairCoupling(0, PauliAxis.Z, 0, PauliAxis.Z, strength)],
            [
                new JumpChannel(0, SpinOperator.Raise, new PolynomialRate([draw.Between(0.2, 0.7)]), [PauliVector.Zero]),
                new JumpChannel(0, SpinOperator.Lower, new PolynomialRate([draw.Between(0.2, 0.7)]), [PauliVector.Zero]),
            ],
            [draw.Chance(0.5) ? new PauliVector(0, draw.Between(-0.8, 0.8), 0) : draw.Bloch()]);
    }

    /// <summary>The Hopfield network with one pattern as one block, on both sides of its transition.</summary>
    /// <param name="draw">The random numbers.</param>
    public static CollectiveModel Network(Draw draw)
    {
        HopfieldNetwork network = new()
        {
            Patterns = [[1]],
            Temperature = draw.Between(0.4, 3),
            TransverseField = draw.Between(0, 0.8),
            SelfEnergy = draw.Chance(0.7),
            Rates = draw.Chance(0.7) ? HopfieldRates.Exponential : HopfieldRates.Normalised,
        };
        return network.ToModel("network", new ProductState([draw.Bloch()]));
    }

    /// <summary>Rates that respond along two different axes of one block.</summary>
    /// <param name="draw">The random numbers.</param>
    public static CollectiveModel SeveralAxes(Draw draw) => Assemble(
        ["a"],
        [Field(draw)],
        [],
        [.. Pair(draw, 0, () => [draw.Between(-0.8, 0.8) * draw.Direction()])],
        [draw.Bloch()]);

    /// <summary>Independent spins: nothing depends on N.</summary>
    /// <param name="draw">The random numbers.</param>
    public static CollectiveModel Independent(Draw draw) => Assemble(
        ["a"],
        [Field(draw)],
        [],
        [
            new JumpChannel(0, SpinOperator.Raise, new PolynomialRate([draw.Between(0.1, 2)]), [PauliVector.Zero]),
            new JumpChannel(0, SpinOperator.Lower, new PolynomialRate([draw.Between(0.1, 2)]), [PauliVector.Zero]),
        ],
        [draw.Bloch()]);

    private static IEnumerable<JumpChannel> Pair(Draw draw, int block, Func<ImmutableArray<PauliVector>> argument) =>
        new[] { SpinOperator.Raise, SpinOperator.Lower }.Select(jump => new JumpChannel(block, jump, Rate(draw), argument()));

    private static CollectiveRate Rate(Draw draw) =>
        draw.Chance(0.5)
            ? new ExponentialRate(draw.Between(0.3, 1), draw.Between(-1, 1))
            : new PolynomialRate([
                .. Enumerable.Range(0, draw.Chance(0.5) ? 2 : 3).Select(k => k == 0 ? draw.Between(0.4, 1) : draw.Between(-0.3, 0.3)),
            ]);

    private static PauliVector Field(Draw draw) => draw.Chance(0.6)
        ? new PauliVector(draw.Between(-0.5, 0.5), 0, draw.Between(-0.8, 0.8))
        : Draw.Rounded(draw.Between(0, 1) * draw.Direction());

    private static CollectiveModel Assemble(
        ImmutableArray<string> blocks,
        ImmutableArray<PauliVector> fields,
        ImmutableArray<PairCoupling> couplings,
        ImmutableArray<JumpChannel> jumps,
        ImmutableArray<PauliVector> start) => new()
        {
            Name = "drawn",
            Blocks = [.. blocks.Select(name => new Block(name, 1))],
            Fields = fields,
            Couplings = couplings,
            Jumps = jumps,
            Initial = new ProductState(start),
        };
}
