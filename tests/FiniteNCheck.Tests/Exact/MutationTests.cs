using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact;

/// <summary>
/// The cross-check must be able to fail: a coefficient of any kind that is off by 1e-6 on one side is detected at the tolerance in use.
/// </summary>
[Trait("Kind", "CrossCheck")]
public class MutationTests
{
    private const double Small = 1e-6;

    private static readonly double[] Times = [0.5, 1];

    private static readonly CollectiveModel Base = NamedCases.All["three blocks of different sizes"].Model;

    private static Dictionary<string, Func<CollectiveModel, CollectiveModel>> Mutations { get; } = new(StringComparer.Ordinal)
    {
        ["exponential amplitude"] = m => Jump(m, 0, j => j with { Rate = new ExponentialRate(0.6 + Small, 0.7) }),
        ["exponential exponent"] = m => Jump(m, 0, j => j with { Rate = new ExponentialRate(0.6, 0.7 + Small) }),
        ["polynomial coefficient"] = m => Jump(m, 1, j => j with { Rate = new PolynomialRate([0.7, 0.3 + Small]) }),
        ["normalised exponent"] = m => Jump(m, 2, j => j with { Rate = new NormalisedRate(0.5 + Small) }),
        ["operator element up-up"] = m => Jump(m, 1, j => j with { Operator = j.Operator with { UpUp = j.Operator.UpUp + Small } }),
        ["operator element up-down"] = m => Jump(m, 1, j => j with { Operator = j.Operator with { UpDown = j.Operator.UpDown + Small } }),
        ["operator element down-up, imaginary"] = m => Jump(m, 1, j => j with
        {
            Operator = j.Operator with { DownUp = j.Operator.DownUp + (System.Numerics.Complex.ImaginaryOne * Small) },
        }),
        ["argument within the block"] = m => Jump(m, 0, j => j with { Argument = j.Argument.SetItem(0, new(0.5 + Small, 0, 0)) }),
        ["argument of another block"] = m => Jump(m, 2, j => j with { Argument = j.Argument.SetItem(1, new(0, 0.6 + Small, 0)) }),
        ["direction of an argument"] = m => Jump(m, 1, j => j with { Argument = j.Argument.SetItem(2, new(0.2, 0.1 + Small, -0.3)) }),
        ["field"] = m => m with { Fields = m.Fields.SetItem(0, new(0.2, Small, 0.1)) },
        ["coupling between blocks"] = m => m with { Couplings = m.Couplings.SetItem(0, m.Couplings[0] with { Strength = 0.4 + Small }) },
        ["coupling within a block"] = m => m with { Couplings = m.Couplings.SetItem(1, m.Couplings[1] with { Strength = -0.3 + Small }) },
        ["start"] = m => m.StartingFrom([new(0, 0, 1), new(0.3, 0.4 + Small, 0), new(-0.2, 0.5, 0.3)]),
    };

    public static TheoryData<string> Names => [.. Mutations.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_changed_coefficient_is_noticed(string name) => MomentComparison.AssertDiffer(
        BruteForce.Solve(Mutations[name](Base), 2, Times), Verified.Moments(Base, 2, Times), MomentComparison.CrossCheck, name);

    [Fact]
    public void The_unchanged_model_agrees() => MomentComparison.AssertAgree(
        BruteForce.Solve(Base, 2, Times), Verified.Moments(Base, 2, Times), MomentComparison.CrossCheck, "no change");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_own_site_term_is_noticed(int channel)
    {
        RandomModel item = NamedCases.All["own site left out, z jumps too"];
        CollectiveModel changed = Jump(item.Model, channel, j => j with { OwnSite = true });
        MomentComparison.AssertDiffer(
            BruteForce.Solve(changed, item.N, Times), Verified.Moments(item.Model, item.N, Times), MomentComparison.CrossCheck, "own site");
    }

    private static CollectiveModel Jump(CollectiveModel model, int index, Func<JumpChannel, JumpChannel> change) =>
        TestModels.WithJump(model, index, change);
}
