using System.Numerics;
using FiniteNCheck.Claims;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Models;
using FiniteNCheck.Theory;

namespace FiniteNCheck.Papers.Fiorelli2024.Dynamics;

/// <summary>A model with a time and the Weyl operators that are followed up to it.</summary>
/// <param name="Model">The model, its initial state a product state.</param>
/// <param name="Time">The time.</param>
/// <param name="Sizes">The sizes of its ladder.</param>
/// <param name="Triples">The arguments of the Weyl operators, by name.</param>
internal sealed record TwoTimePoint(
    CollectiveModel Model, double Time, IReadOnlyList<int> Sizes, params IReadOnlyList<(string Name, WeylTriple Triple)> Triples)
{
    /// <summary>
    /// One pattern in the gauge of one block, at a fixed point and on the way to one, and a model with couplings, three kinds of rates
    /// and a general jump matrix. The triples tell the drifts apart: a Weyl operator between two others, one beside others along one axis,
    /// and one after a kick.
    /// </summary>
    /// <remarks>At T = 0.5 the spins are almost pure and fluctuate slowly: at t = 1 the ladders would have to be longer.</remarks>
    /// <param name="effort">The effort, by which ladders are long or short.</param>
    public static IEnumerable<TwoTimePoint> All(Effort effort)
    {
        int[] sizes = effort.Choose<int[]>([16, 20, 24, 32, 40, 48, 64], [32, 40, 48, 64, 80, 96, 128]);
        int[] larger = effort.Choose<int[]>([24, 32, 40, 48, 64, 80, 96], [32, 40, 48, 64, 80, 96, 128]);
        var between = new WeylTriple([0.4, -0.3, 0.5], [0.5, 0.6, -0.4], [-0.2, 0.5, 0.3]);
        var beside = new WeylTriple([1, 0, 0], [0, 0.8, 0.8], [-0.5, 0, 0]);
        var kick = new WeylTriple([1.5, 0, 0], [0, 0.5, 1.5], [-1.5, 0, 0]);
        CollectiveModel cold = LimitTheory.ResolveInitialState(ModelPoints.Network([[1]], 0.5, 0.2));
        yield return new TwoTimePoint(cold, 0.5, larger, ("beside", beside));
        yield return new TwoTimePoint(Warm, 1, sizes, ("between", between), ("kick", kick));
        yield return new TwoTimePoint(General, 1, sizes, ("between", between));
    }

    /// <summary>One pattern at T = 2, on the way to its fixed point.</summary>
    public static CollectiveModel Warm { get; } =
        ModelPoints.Network([[1]], 2, 0.2, new ProductState([new PauliVector(0.3, -0.2, 0.5)]));

    /// <summary>Fields, couplings, three kinds of rates and a general jump matrix, on the way.</summary>
    public static CollectiveModel General { get; } = new()
    {
        Name = "general jumps and couplings, moving",
        Blocks = [new Block("all", 1)],
        Fields = [new PauliVector(0.3, 0, 0.1)],
        Couplings = [new PairCoupling(0, PauliAxis.X, 0, PauliAxis.Y, 0.2), new PairCoupling(0, PauliAxis.Z, 0, PauliAxis.Z, 0.25)],
        Jumps =
        [
            new JumpChannel(0, SpinOperator.Lower, new ExponentialRate(0.6, 0.7), [new PauliVector(0, 0, 0.8)]),
            new JumpChannel(0, SpinOperator.Raise, new PolynomialRate([0.5, 0.3, -0.2]), [new PauliVector(0, 0, 1)]),
            new JumpChannel(
                0,
                new SpinOperator(0.2, new Complex(0.3, -0.1), new Complex(0, 0.1), -0.3),
                new ExponentialRate(0.4, -0.5),
                [new PauliVector(0, 0, 1)]),
        ],
        Initial = new ProductState([new PauliVector(0.3, -0.4, 0.5)]),
    };
}
