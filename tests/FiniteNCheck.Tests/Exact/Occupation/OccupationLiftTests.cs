using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Exact.Occupation;

/// <summary>Two levels in the occupation basis against the same model in sectors: two engines that share no kernel and no basis.</summary>
[Trait("Kind", "CrossCheck")]
public class OccupationLiftTests(ITestOutputHelper output)
{
    // What is demanded. Tolerances are larger than what the propagator leaves.
    private const double Allowed = 1e-11;

    private static readonly double[] Times = [0.5, 1];

    private static Dictionary<string, Func<CollectiveModel>> Models { get; } = new(StringComparer.Ordinal)
    {
        ["Hopfield"] = () => TestModels.OneBlock(
            "Hopfield",
            new PauliVector(0.4, 0, 0),
            new PauliVector(0, 0, 0.3),
            TestModels.Channel(SpinOperator.Raise, new ExponentialRate(0.7, 0.6), new PauliVector(0, 0, 1)),
            TestModels.Channel(SpinOperator.Lower, new ExponentialRate(0.7, -0.6), new PauliVector(0, 0, 1), ownSite: false)),
        ["populations"] = () => TestModels.OneBlock(
            "populations",
            PauliVector.Zero,
            new PauliVector(0, 0, 0.3),
            TestModels.Channel(SpinOperator.Raise, new ExponentialRate(0.7, 0.6), new PauliVector(0, 0, 1)),
            TestModels.Channel(SpinOperator.Lower, new ExponentialRate(0.5, -0.6), new PauliVector(0, 0, 1))),
        ["tilted axis"] = TestModels.TiltedAxis,
        ["collective decay"] = () => CollectiveModels.DrivenDecay(0.6, new PauliVector(0, 0, 0.5)),
    };

    public static TheoryData<string, int> Small => Cases(10, 50);

    [Theory]
    [MemberData(nameof(Small))]
    public void Occupation_and_sectors_agree(string name, int n) => AssertAgree(Models[name](), n, 1e-11);

    [Theory]
    [Trait("Speed", "Slow")]
    [InlineData("Hopfield")]
    [InlineData("populations")]
    [InlineData("collective decay")]
    public void Occupation_and_sectors_agree_for_a_hundred_spins(string name) => AssertAgree(Models[name](), 100, 1e-11);

    [Theory]
    [Trait("Speed", "Slow")]
    [InlineData("Hopfield")]
    [InlineData("populations")]
    public void Occupation_and_sectors_agree_for_three_hundred_spins(string name) => AssertAgree(Models[name](), 300, 1e-11);

    /// <summary>Random models of two levels and several blocks, with couplings, collective jumps and rates along any axis.</summary>
    [Fact]
    public void Random_models_agree()
    {
        output.WriteLine(Seed.Description);
        int compared = 0;
        foreach (RandomModel drawn in RandomModels.Draw(Seed.Value, 40).Concat(RandomModels.DrawCollective(Seed.Value, 40)))
        {
            if (drawn.Spins > 5 || !Commutes(drawn.Model))
            {
                continue;
            }

            compared++;
            ExactResult expected = Verified.Solve(drawn.Model, drawn.N, Times);
            ExactResult actual = Verified.Solve(LevelModel.From(drawn.Model), drawn.N, Times);
            double distance = MomentComparison.Distance(expected.Moments, actual.Moments);
            Assert.True(distance <= Allowed, $"{Seed.Description}, off by {distance:E2}, {actual.Method}:{Environment.NewLine}{drawn}");
        }

        Assert.True(compared >= 20, $"{Seed.Description}: {compared} models compared.");
    }

    private static TheoryData<string, int> Cases(params int[] sizes)
    {
        var cases = new TheoryData<string, int>();
        foreach (string name in Models.Keys)
        {
            foreach (int n in sizes)
            {
                cases.Add(name, n);
            }
        }

        return cases;
    }

    private void AssertAgree(CollectiveModel model, int n, double tolerance)
    {
        ExactResult expected = Verified.Solve(model, n, Times, new ExactOptions { Method = SolutionMethod.Full });
        ExactResult actual = Verified.Solve(LevelModel.From(model), n, Times, new ExactOptions { Tolerance = tolerance });
        double distance = MomentComparison.Distance(expected.Moments, actual.Moments);
        output.WriteLine(FormattableString.Invariant($"off by {distance:E2}, error bound {actual.Checks[^1].Error:E2}; {actual.Method}"));
        Assert.True(distance <= Allowed, $"{model.Name}, n = {n}: off by {distance:E2}.");
    }

    // One axis for each block: only then is there a basis in which all arguments are diagonal.
    private static bool Commutes(CollectiveModel model)
    {
        PauliVector[][] arguments =
            [.. model.Jumps.Select(jump => jump.Argument.ToArray()).Concat(model.CollectiveJumps.Select(jump => jump.Argument.ToArray()))];
        return Enumerable.Range(0, model.Blocks.Length).All(h =>
            arguments.All(a => arguments.All(b => IsParallel(a[h], b[h]))));
    }

    private static bool IsParallel(PauliVector a, PauliVector b) =>
        Math.Abs((a.Y * b.Z) - (a.Z * b.Y)) + Math.Abs((a.Z * b.X) - (a.X * b.Z)) + Math.Abs((a.X * b.Y) - (a.Y * b.X)) < 1e-14;
}
