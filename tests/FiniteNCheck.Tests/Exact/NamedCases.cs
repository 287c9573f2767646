using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact;

/// <summary>Named models that are compared with the 2^N code.</summary>
internal static class NamedCases
{
    private static readonly PauliVector RetrievalUp = new(0, -0.2273836, 0.92346089);
    private static readonly PauliVector RetrievalDown = new(0, 0.2273836, -0.92346089);

    private static readonly PauliVector[] EightStarts =
    [
        new(0.1, 0.2, 0.9), new(0, 0, 1), new(-0.4, 0.3, 0.1), new(0.5, 0, 0),
        new(0, -0.6, -0.2), new(0, 0, 0), new(0.2, 0.2, -0.7), new(0, 0.9, 0),
    ];

    public static IReadOnlyDictionary<string, RandomModel> All { get; } = new Dictionary<string, RandomModel>(StringComparer.Ordinal)
    {
        ["two-large-spins, N = 2"] = new(TestModels.TwoLargeSpins(), 1),
        ["two-large-spins, N = 4"] = new(TestModels.TwoLargeSpins(), 2),
        ["two-large-spins, N = 6"] = new(TestModels.TwoLargeSpins(), 3),
        ["tilted-axis, N = 2"] = new(TestModels.TiltedAxis(), 2),
        ["tilted-axis, N = 3"] = new(TestModels.TiltedAxis(), 3),
        ["tilted-axis, N = 6"] = new(TestModels.TiltedAxis(), 6),
        ["hopfield file, N = 6"] = new((HopfieldModels.Patterns(1) with { Beta = 2 }).Starting(RetrievalUp, RetrievalDown), 3),
        ["density-dependent, N = 5"] = new(TestModels.DensityDependent(1.2, 0.7, 0.3), 5),
        ["density-dependent, no field, N = 6"] = new(TestModels.DensityDependent(0.8, 1.1, 0), 6),
        ["one pattern, unsymmetric start"] = new(HopfieldModels.Patterns(1).Starting(new(0.3, 0.2, 0.5), new(-0.1, 0.6, 0.4)), 3),
        ["one pattern, H_2"] = new(
            (HopfieldModels.Patterns(1) with { Coupling = 0.8 }).Starting(new(0.3, 0.2, 0.5), new(-0.1, 0.6, 0.4)), 2),
        ["one pattern, H_2, symmetric start"] = new(
            (HopfieldModels.Patterns(1) with { Coupling = 0.8 }).Starting(RetrievalUp, RetrievalDown), 3),
        ["one pattern, normalised"] = new(
            (HopfieldModels.Patterns(1) with { Normalised = true, Beta = 2 }).Starting(RetrievalUp, RetrievalDown), 3),
        ["one pattern, no self-energy"] = new(
            (HopfieldModels.Patterns(1) with { SelfEnergy = false, Beta = 2 }).Starting(RetrievalUp, RetrievalDown), 3),
        ["one pattern, normalised, no self-energy, H_2"] = new(
            (HopfieldModels.Patterns(1) with { Normalised = true, SelfEnergy = false, Coupling = -0.6 })
                .Starting(new(0, 0.2, 0.5), new(0.4, 0.6, 0)), 2),
        ["one pattern, zero field, z start"] = new(
            (HopfieldModels.Patterns(1) with { Omega = 0 }).Starting(new(0, 0, 0.5), new(0, 0, -1)), 3),
        ["one pattern, zero field, transverse start"] = new(
            (HopfieldModels.Patterns(1) with { Omega = 0 }).Starting(new(0.7, 0, 0.5), new(0, 0.4, 0)), 3),
        ["two patterns"] = new(HopfieldModels.Patterns(2).Starting(EightStarts[..4]), 1),
        ["two patterns, symmetric start"] = new(
            HopfieldModels.Patterns(2).Starting(new(0, 0.2, 0.7), new(0, 0.1, -0.3), new(0, -0.1, 0.3), new(0, -0.2, -0.7)), 1),
        ["two patterns, rotated, N = 4"] = new(HopfieldModels.Rotated(2).Starting(EightStarts[..2]), 1),
        ["two patterns, H_2, no self-energy"] = new(
            (HopfieldModels.Patterns(2) with { Coupling = 1.1, SelfEnergy = false }).Starting(EightStarts[2..6]), 1),
        ["three patterns"] = new(HopfieldModels.Patterns(3).Starting(EightStarts), 1),
        ["three patterns, H_2"] = new((HopfieldModels.Patterns(3) with { Coupling = 0.9 }).Starting(EightStarts), 1),
        ["own site left out, z jumps too"] = new(OwnSiteLeftOut(), 5),
        ["three blocks of different sizes"] = new(ThreeBlocks(), 2),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    private static CollectiveModel OwnSiteLeftOut() => TestModels.OneBlock(
        "own-site",
        new PauliVector(0.3, 0.2, 0.1),
        new PauliVector(0.4, -0.3, 0.5),
        TestModels.Channel(SpinOperator.Raise, new ExponentialRate(0.7, 0.5), new PauliVector(0, 0, 0.9), ownSite: false),
        TestModels.Channel(SpinOperator.Lower, new PolynomialRate([0.6, -0.4, 0.2]), new PauliVector(0, 0, 0.7), ownSite: false),
        TestModels.Channel(SpinOperator.Pauli(PauliAxis.Z), new NormalisedRate(0.8), new PauliVector(0, 0, -0.6), ownSite: false));

    /// <summary>Blocks of 1, 2 and 3 spins; the rate of each depends on another axis, and one of them on all three blocks.</summary>
    private static CollectiveModel ThreeBlocks()
    {
        ImmutableArray<PauliVector> mixed = [new(0.3, 0, 0.2), new(0, -0.4, 0), new(0.2, 0.1, -0.3)];
        return new CollectiveModel
        {
            Name = "three-blocks",
            Blocks = [new Block("a", 0.5), new Block("b", 1), new Block("c", 1.5)],
            Fields = [new(0.2, 0, 0.1), new(0, 0.3, 0), new(-0.2, 0.1, 0)],
            Couplings = [new PairCoupling(0, PauliAxis.X, 2, PauliAxis.Z, 0.4), new PairCoupling(1, PauliAxis.Y, 1, PauliAxis.Z, -0.3)],
            Jumps =
            [
                new(0, SpinOperator.Raise, new ExponentialRate(0.6, 0.7), [new(0.5, 0, 0), PauliVector.Zero, new(0, 0, 0.4)]),
                new(1, new SpinOperator(0.2, 0.5, new Complex(0.1, 0.3), -0.1), new PolynomialRate([0.7, 0.3]), mixed),
                new(2, SpinOperator.Lower, new NormalisedRate(0.5), [PauliVector.Zero, new(0, 0.6, 0), new(0, 0, 0.3)]),
            ],
            Initial = new ProductState([new(0, 0, 1), new(0.3, 0.4, 0), new(-0.2, 0.5, 0.3)]),
        };
    }
}
