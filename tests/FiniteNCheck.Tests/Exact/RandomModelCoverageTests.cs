using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact;

/// <summary>The random models must have the features that the cross-check claims to cover.</summary>
[Trait("Kind", "Unit")]
public class RandomModelCoverageTests
{
    private static readonly IReadOnlyList<RandomModel> Drawn = RandomModels.Draw(Seed.Value, RandomCrossCheckTests.Count);

    public static TheoryData<string, int> Features()
    {
        var data = new TheoryData<string, int>();
        foreach (string name in Tests.Keys)
        {
            // Ten of two hundred: a rarer feature is hardly checked.
            data.Add(name, 10);
        }

        return data;
    }

    private static Dictionary<string, Func<RandomModel, bool>> Tests { get; } = new(StringComparer.Ordinal)
    {
        ["one block"] = m => m.Model.Blocks.Length == 1,
        ["two blocks"] = m => m.Model.Blocks.Length == 2,
        ["three blocks"] = m => m.Model.Blocks.Length == 3,
        ["fractional share"] = m => m.Model.Blocks.Any(b => b.Share % 1 != 0),
        ["five or six spins"] = m => m.Spins >= 5,
        ["field along every axis"] = m => m.Model.Fields.Any(f => f.X != 0 && f.Y != 0 && f.Z != 0),
        ["coupling within a block"] = m => m.Model.Couplings.Any(c => c.FirstBlock == c.SecondBlock),
        ["coupling between blocks"] = m => m.Model.Couplings.Any(c => c.FirstBlock != c.SecondBlock),
        ["coupling of two axes"] = m => m.Model.Couplings.Any(c => c.FirstAxis != c.SecondAxis),
        ["general operator"] = m => m.Model.Jumps.Any(j => j.Operator.UpUp.Imaginary != 0),
        ["identity part"] = m => m.Model.Jumps.Any(j => j.Operator.UpUp + j.Operator.DownDown != 0),
        ["raise"] = m => m.Model.Jumps.Any(j => j.Operator == SpinOperator.Raise),
        ["lower"] = m => m.Model.Jumps.Any(j => j.Operator == SpinOperator.Lower),
        ["z"] = m => m.Model.Jumps.Any(j => j.Operator == SpinOperator.Pauli(PauliAxis.Z)),
        ["exponential"] = m => m.Model.Jumps.Any(j => j.Rate is ExponentialRate),
        ["normalised"] = m => m.Model.Jumps.Any(j => j.Rate is NormalisedRate),
        ["polynomial"] = m => m.Model.Jumps.Any(j => j.Rate is PolynomialRate { Coefficients.Length: > 1 }),
        ["constant"] = m => m.Model.Jumps.Any(j => j.Rate is PolynomialRate { Coefficients.Length: 1 }),
        ["argument along z"] = m => m.Model.Jumps.All(j => j.Argument.All(r => r.X == 0 && r.Y == 0)),
        ["one tilted axis per block"] = m =>
            m.Model.Jumps.Length > 1 && HasCommonAxes(m.Model) && m.Model.Jumps.Any(j => j.Argument.Any(r => r.X != 0)),
        ["different axes"] = m => !HasCommonAxes(m.Model),
        ["own site left out"] = m => m.Model.Jumps.Any(j => !j.OwnSite),
        ["pure start"] = m => Starts(m).Any(b => b.Norm > 1 - 1e-9),
        ["mixed start"] = m => Starts(m).Any(b => b.Norm is > 0 and < 0.99),
        ["maximally mixed start"] = m => Starts(m).Contains(PauliVector.Zero),
    };

    [Theory]
    [MemberData(nameof(Features))]
    public void Every_feature_is_drawn(string feature, int min)
    {
        int count = Drawn.Count(Tests[feature]);
        Assert.True(count >= min, $"'{feature}' in {count} of {Drawn.Count} models; {Seed.Description}.");
    }

    [Fact]
    public void Sizes_and_starts_are_within_their_limits() => Assert.All(Drawn, drawn =>
    {
        Assert.InRange(drawn.Spins, 1, 6);

        // Rounding of a unit vector.
        Assert.All(Starts(drawn), b => Assert.InRange(b.Norm, 0, 1 + 1e-15));
    });

    [Fact]
    public void The_seed_determines_the_models() => Assert.Equal(
        RandomModels.Draw(7, 20).Select(m => m.ToString()),
        RandomModels.Draw(7, 20).Select(m => m.ToString()));

    private static ImmutableArray<PauliVector> Starts(RandomModel drawn) => ((ProductState)drawn.Model.Initial).Bloch;

    private static bool HasCommonAxes(CollectiveModel model) => Enumerable.Range(0, model.Blocks.Length).All(k =>
    {
        PauliVector[] present = [.. model.Jumps.Select(j => j.Argument[k]).Where(r => r.Norm > 0)];
        return present.All(r => Math.Abs(Math.Abs(r.Dot(present[0])) - (r.Norm * present[0].Norm)) < 1e-12);
    });
}
