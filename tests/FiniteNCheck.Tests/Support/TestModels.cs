using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Tests.Support;

/// <summary>Small models written out by hand, the example files among them.</summary>
internal static class TestModels
{
    /// <summary>A model of one block.</summary>
    public static CollectiveModel OneBlock(string name, PauliVector field, PauliVector start, params JumpChannel[] jumps) => new()
    {
        Name = name,
        Blocks = [new Block("all", 1)],
        Fields = [field],
        Jumps = [.. jumps],
        Initial = new ProductState([start]),
    };

    /// <summary>A channel on block 0 of a one-block model.</summary>
    public static JumpChannel Channel(SpinOperator j, CollectiveRate rate, PauliVector argument, bool ownSite = true) =>
        new(0, j, rate, [argument], ownSite);

    public static PolynomialRate Constant(double value) => new([value]);

    /// <summary>The file <c>tilted-axis.yaml</c>: a general jump matrix, a tilted argument, a z-z and an x-y coupling.</summary>
    public static CollectiveModel TiltedAxis() => OneBlock(
        "tilted-axis",
        new PauliVector(0.3, -0.1, 0.25),
        new PauliVector(0.3, 0.2, -0.6),
        Channel(
            new SpinOperator(0.1, new Complex(0.6, 0.2), new Complex(0, -0.3), -0.2),
            new PolynomialRate([0.8, 0.5, -0.3]),
            new PauliVector(0.4, -0.3, 0.6)),
        Channel(SpinOperator.Lower, Constant(0.5), PauliVector.Zero)) with
    {
        Couplings =
        [
            new PairCoupling(0, PauliAxis.Z, 0, PauliAxis.Z, 0.4),
            new PairCoupling(0, PauliAxis.X, 0, PauliAxis.Y, -0.2),
        ],
    };

    /// <summary>
    /// The file <c>two-large-spins.yaml</c>: one stored pattern, T = 0.5, Omega = 0.2, with the same numbers.
    /// </summary>
    public static CollectiveModel TwoLargeSpins()
    {
        var up = new ExponentialRate(0.7071067811865476, 1);
        var down = new ExponentialRate(0.7071067811865476, -1);
        ImmutableArray<PauliVector> plus = [new(0, 0, 0.5), new(0, 0, -0.5)];
        ImmutableArray<PauliVector> minus = [new(0, 0, -0.5), new(0, 0, 0.5)];
        return new CollectiveModel
        {
            Name = "two-large-spins",
            Blocks = [new Block("plus", 1), new Block("minus", 1)],
            Fields = [new(0.2, 0, 0), new(0.2, 0, 0)],
            Jumps =
            [
                new(0, SpinOperator.Raise, up, plus),
                new(0, SpinOperator.Lower, down, plus),
                new(1, SpinOperator.Raise, up, minus),
                new(1, SpinOperator.Lower, down, minus),
            ],
            Initial = new ProductState([new(0, -0.2273836, 0.92346089), new(0, 0.2273836, -0.92346089)]),
        };
    }

    /// <summary>Two blocks of which only the first has jumps: the second keeps its J.</summary>
    public static CollectiveModel DrivenBath() => new()
    {
        Name = "driven bath",
        Blocks = [new Block("a", 1), new Block("b", 1)],
        Fields = [new PauliVector(0.3, 0, 0.1), new PauliVector(0.2, 0.4, 0)],
        Couplings = [new PairCoupling(0, PauliAxis.X, 1, PauliAxis.Z, 0.7), new PairCoupling(0, PauliAxis.Z, 1, PauliAxis.X, 0.5)],
        Jumps = [new JumpChannel(0, SpinOperator.Lower, new PolynomialRate([0.8]), [PauliVector.Zero, PauliVector.Zero])],
        Initial = new ProductState([new(0, 0, 1), new(0.2, 0.3, 0.6)]),
    };

    /// <summary>Two blocks of independent spins that lose their excitations: every eigenvalue has a copy.</summary>
    public static CollectiveModel TwoDecays()
    {
        JumpChannel Decay(int block) => new(block, SpinOperator.Lower, Constant(1), [PauliVector.Zero, PauliVector.Zero]);
        return new CollectiveModel
        {
            Name = "two decays",
            Blocks = [new Block("a", 1), new Block("b", 1)],
            Fields = [PauliVector.Zero, PauliVector.Zero],
            Jumps = [Decay(0), Decay(1)],
            Initial = new ProductState([new(0, 0, 0.3), new(0, 0, 0.3)]),
        };
    }

    /// <summary>Section 3.1: <c>J = sqrt(gamma) sigma_(+-) n</c> with <c>n = (1 + m_z)/2</c> the density of excited spins.</summary>
    public static CollectiveModel DensityDependent(double gammaUp, double gammaDown, double field) => OneBlock(
        "density-dependent",
        new PauliVector(field, 0, 0),
        new PauliVector(0, 0.3, 0.4),
        Channel(SpinOperator.Raise, new PolynomialRate([Math.Sqrt(gammaUp) / 2, Math.Sqrt(gammaUp) / 2]), PauliVector.Along(PauliAxis.Z)),
        Channel(
            SpinOperator.Lower,
            new PolynomialRate([Math.Sqrt(gammaDown) / 2, Math.Sqrt(gammaDown) / 2]),
            PauliVector.Along(PauliAxis.Z)));

    /// <summary>The same model with another list element in one place, for mutations.</summary>
    public static CollectiveModel WithJump(CollectiveModel model, int index, Func<JumpChannel, JumpChannel> change) =>
        model with { Jumps = model.Jumps.SetItem(index, change(model.Jumps[index])) };
}
