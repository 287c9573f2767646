using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;

namespace FiniteNCheck.Tests.Support;

/// <summary>Three models and three Weyl triples at which the two drifts differ.</summary>
internal static class TwoTimeModels
{
    /// <summary>One pattern in the gauge of one block at T = 0.5, Omega = 0.2, from its fixed point.</summary>
    public static CollectiveModel Cold { get; } = LimitTheory.ResolveInitialState(OnePattern(2, PauliVector.Zero) with
    {
        Initial = new MeanFieldFixedPoint([new PauliVector(0, -0.2, 0.9)], [], "retrieval"),
    });

    /// <summary>The same at T = 2, on the way to rest.</summary>
    public static CollectiveModel Warm { get; } = OnePattern(0.5, new PauliVector(0.3, -0.2, 0.5));

    /// <summary>Fields, couplings, three kinds of rates and a general jump matrix.</summary>
    public static CollectiveModel Moving { get; } = TestModels.OneBlock(
        "moving",
        new PauliVector(0.3, 0, 0.1),
        new PauliVector(0.3, -0.4, 0.5),
        TestModels.Channel(SpinOperator.Lower, new ExponentialRate(0.6, 0.7), new PauliVector(0, 0, 0.8)),
        TestModels.Channel(SpinOperator.Raise, new PolynomialRate([0.5, 0.3, -0.2]), new PauliVector(0, 0, 1)),
        TestModels.Channel(
            new SpinOperator(0.2, new Complex(0.3, -0.1), new Complex(0, 0.1), -0.3),
            new ExponentialRate(0.4, -0.5),
            new PauliVector(0, 0, 1))) with
    {
        Couplings = [new PairCoupling(0, PauliAxis.X, 0, PauliAxis.Y, 0.2), new PairCoupling(0, PauliAxis.Z, 0, PauliAxis.Z, 0.25)],
    };

    public static ImmutableDictionary<string, CollectiveModel> All { get; } =
        new Dictionary<string, CollectiveModel>(StringComparer.Ordinal) { ["T0.5"] = Cold, ["T2"] = Warm, ["moving"] = Moving }
            .ToImmutableDictionary();

    public static WeylTriple General { get; } = new([0.4, -0.3, 0.5], [0.5, 0.6, -0.4], [-0.2, 0.5, 0.3]);

    public static WeylTriple Beside { get; } = new([1, 0, 0], [0, 0.8, 0.8], [-0.5, 0, 0]);

    public static WeylTriple Kick { get; } = new([1.5, 0, 0], [0, 0.5, 1.5], [-1.5, 0, 0]);

    private static CollectiveModel OnePattern(double beta, PauliVector start) => TestModels.OneBlock(
        "one pattern",
        new PauliVector(0.2, 0, 0),
        start,
        TestModels.Channel(SpinOperator.Raise, new ExponentialRate(Math.Sqrt(0.5), beta / 2), PauliVector.Along(PauliAxis.Z)),
        TestModels.Channel(SpinOperator.Lower, new ExponentialRate(Math.Sqrt(0.5), -beta / 2), PauliVector.Along(PauliAxis.Z)));
}
