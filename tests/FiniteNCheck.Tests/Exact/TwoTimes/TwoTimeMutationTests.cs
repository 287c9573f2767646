using System.Numerics;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact.TwoTimes;

/// <summary>The cross-check can fail: what is off by 1e-6, exchanged or left out on one side is seen at the tolerance in use.</summary>
[Trait("Kind", "Mutation")]
public sealed class TwoTimeMutationTests
{
    private const int N = 3;
    private const double Small = 1e-6;
    private const double Allowed = 1e-9;

    private static readonly double[] Times = [0.6];

    private static readonly CollectiveModel Model = TwoTimeModels.Moving;

    private static readonly WeylTriple Triple = TwoTimeModels.General;

    private static Dictionary<string, Func<CollectiveModel, CollectiveModel>> Models { get; } = new(StringComparer.Ordinal)
    {
        ["rate"] = m => m with { Jumps = m.Jumps.SetItem(0, m.Jumps[0] with { Rate = new ExponentialRate(0.6 + Small, 0.7) }) },
        ["operator"] = m => m with
        {
            Jumps = m.Jumps.SetItem(2, m.Jumps[2] with { Operator = m.Jumps[2].Operator with { DownUp = new Complex(Small, 0.1) } }),
        },
        ["field"] = m => m with { Fields = [new PauliVector(0.3, Small, 0.1)] },
        ["coupling"] = m => m with { Couplings = m.Couplings.SetItem(0, m.Couplings[0] with { Strength = 0.2 + Small }) },
        ["start"] = m => m.StartingFrom([new(0.3, -0.4, 0.5 + Small)]),
    };

    private static Dictionary<string, WeylTriple> Triples { get; } = new(StringComparer.Ordinal)
    {
        ["r1"] = Triple with { Left = [0.4 + Small, -0.3, 0.5] },
        ["r"] = Triple with { Inner = [0.5, 0.6 + Small, -0.4] },
        ["r2"] = Triple with { Right = [-0.2, 0.5, 0.3 + Small] },
        ["outer operators exchanged"] = Triple.Exchanged,
        ["inner and outer exchanged"] = new WeylTriple(Triple.Inner, Triple.Left, Triple.Right),
        ["sign of r1"] = Triple with { Left = [-0.4, 0.3, -0.5] },
        ["no r2"] = Triple with { Right = [0, 0, 0] },
    };

    public static TheoryData<string> ModelNames => [.. Models.Keys];

    public static TheoryData<string> TripleNames => [.. Triples.Keys];

    [Fact]
    public void The_unchanged_model_agrees()
    {
        Assert.InRange(TwoTimeDistance(Model), 0, Allowed);
        Assert.InRange(WeylDistance(Model, Triple), 0, Allowed);
    }

    [Theory]
    [MemberData(nameof(ModelNames))]
    public void A_changed_model_is_noticed(string name)
    {
        Assert.True(TwoTimeDistance(Models[name](Model)) > Allowed, name);
        Assert.True(WeylDistance(Models[name](Model), Triple) > Allowed, name);
    }

    [Theory]
    [MemberData(nameof(TripleNames))]
    public void A_changed_triple_is_noticed(string name) => Assert.True(WeylDistance(Model, Triples[name]) > Allowed, name);

    private static double TwoTimeDistance(CollectiveModel changed)
    {
        var exact = new BruteForceCorrelations(Model, N, Times);
        TwoTimeSeries actual = TwoTimeSolver.Solve(changed, N, Times);
        return Enumerable.Range(0, 3)
            .Max(b => exact.TwoTime(b)[0].Select((value, a) => (value - actual.Values[0][a, b]).Magnitude).Max());
    }

    private static double WeylDistance(CollectiveModel changed, WeylTriple triple)
    {
        Complex expected = new BruteForceCorrelations(Model, N, Times).Weyl(Triple.Left, Triple.Inner, Triple.Right)[0];
        return (expected - WeylSolver.Solve(changed, N, Times, triple).Values[0]).Magnitude;
    }
}
