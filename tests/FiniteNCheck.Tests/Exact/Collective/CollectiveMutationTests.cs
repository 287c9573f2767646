using System.Numerics;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact.Collective;

/// <summary>The comparison of collective jumps can fail: whatever is off by 1e-6 on one side is noticed at the tolerance in use.</summary>
[Trait("Kind", "Mutation")]
public sealed class CollectiveMutationTests
{
    private const double Small = 1e-6;
    private const int N = 4;

    private static readonly double[] Times = [0.5, 1];

    private static readonly CollectiveModel Base = CollectiveModels.TwoBlocks();

    private static Dictionary<string, Func<CollectiveModel, CollectiveModel>> Mutations { get; } = new(StringComparer.Ordinal)
    {
        ["phase between blocks"] = m => Jump(m, 0, j => j with
        {
            Operators = j.Operators.SetItem(1, Complex.FromPolarCoordinates(1, Small) * j.Operators[1]),
        }),
        ["size of the second operator"] = m => Jump(m, 0, j => j with { Operators = j.Operators.SetItem(1, (1 + Small) * j.Operators[1]) }),
        ["identity part"] = m => Jump(m, 1, j => j with
        {
            Operators = j.Operators.SetItem(0, j.Operators[0] with { UpUp = j.Operators[0].UpUp + Small }),
        }),
        ["amplitude"] = m => Jump(m, 0, j => j with { Rate = new ExponentialRate(0.7 + Small, 0.4) }),
        ["exponent"] = m => Jump(m, 0, j => j with { Rate = new ExponentialRate(0.7, 0.4 + Small) }),
        ["coefficient"] = m => Jump(m, 1, j => j with { Rate = new PolynomialRate([0.5, 0.3 + Small]) }),
        ["argument"] = m => Jump(m, 0, j => j with { Argument = j.Argument.SetItem(1, new(0, 0, -0.4 + Small)) }),
        ["direction of an argument"] = m => Jump(m, 0, j => j with { Argument = j.Argument.SetItem(0, new(0.3, Small, 0.5)) }),
    };

    public static TheoryData<string> Names => [.. Mutations.Keys];

    [Fact]
    public void The_unchanged_model_agrees() => MomentComparison.AssertAgree(
        BruteForce.Solve(Base, N, Times), Verified.Moments(Base, N, Times), MomentComparison.CrossCheck, "no change");

    [Theory]
    [MemberData(nameof(Names))]
    public void A_changed_coefficient_is_noticed(string name) => MomentComparison.AssertDiffer(
        BruteForce.Solve(Mutations[name](Base), N, Times), Verified.Moments(Base, N, Times), MomentComparison.CrossCheck, name);

    private static CollectiveModel Jump(CollectiveModel model, int index, Func<CollectiveJump, CollectiveJump> change) =>
        CollectiveModels.WithCollective(model, index, change);
}
