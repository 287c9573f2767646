using System.Globalization;
using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace FiniteNCheck.Tests.Exact.Occupation;

/// <summary>The occupation basis against the d^N code on random models with every feature.</summary>
[Trait("Kind", "CrossCheck")]
public class OccupationCrossCheckTests(ITestOutputHelper output)
{
    public const int Count = 300;

    private const int SliceLength = 30;

    private static readonly double[] Times = [0.3, 1];

    // What the default run takes of the slices; the others take a minute or more.
    private const int Quick = 3;

    public static TheoryData<int> Slices => [.. Enumerable.Range(0, Quick)];

    public static TheoryData<int> OtherSlices => [.. Enumerable.Range(Quick, (Count / SliceLength) - Quick)];

    [Theory]
    [MemberData(nameof(Slices))]
    public void Random_models_agree(int slice) => AssertAgree(slice);

    [Theory]
    [Trait("Speed", "Slow")]
    [MemberData(nameof(OtherSlices))]
    public void More_random_models_agree(int slice) => AssertAgree(slice);

    private void AssertAgree(int slice)
    {
        output.WriteLine(Seed.Description);
        var failures = new List<string>();
        double largest = 0;
        for (int i = slice * SliceLength; i < (slice + 1) * SliceLength; i++)
        {
            (LevelModel model, int n) = RandomLevelModels.Draw(Seed.Value, i);
            MomentSeries expected = BruteForceLevels.Solve(model, n, Times);
            foreach (Representation representation in new[] { Representation.Auto, Representation.Complex })
            {
                (double distance, string method) = Compare(model, n, expected, representation);
                largest = Math.Max(largest, distance);
                if (!(distance <= MomentComparison.CrossCheck))
                {
                    failures.Add($"model {i}, n = {n}, off by {distance:E2}, {method}");
                }
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"largest difference {largest:E2}"));
        string first = string.Join(Environment.NewLine, failures.Take(5));
        Assert.True(failures.Count == 0, $"{Seed.Description}: {failures.Count} disagree.{Environment.NewLine}{first}");
    }

    /// <summary>Every feature and every reduction is used by at least ten of the models; otherwise it is hardly checked.</summary>
    [Fact]
    public void Every_feature_and_reduction_is_met()
    {
        output.WriteLine(Seed.Description);
        (LevelModel Model, int N)[] drawn = [.. Enumerable.Range(0, Count).Select(i => RandomLevelModels.Draw(Seed.Value, i))];
        string[] methods = [.. drawn.Select(each => Verified.Solve(each.Model, each.N, [1e-6]).Method)];
        foreach (string reduction in new[] { "complex Hermitian", "real symmetric", "populations only" })
        {
            AssertMet(reduction, methods.Count(method => method.Contains(reduction, StringComparison.Ordinal)));
        }

        AssertMet("own site left out", drawn.Count(each => each.Model.Jumps.Any(jump => !jump.OwnSite)));
        AssertMet("collective jumps", drawn.Count(each => !each.Model.CollectiveJumps.IsEmpty));
        AssertMet("couplings", drawn.Count(each => !each.Model.Couplings.IsEmpty));
        AssertMet("fixed size", drawn.Count(each => each.Model.Blocks.Any(block => block.Size is not null)));
        AssertMet("several blocks", drawn.Count(each => each.Model.Blocks.Length > 1));
        AssertMet("four levels", drawn.Count(each => each.Model.Blocks.Any(block => block.Dimension == 4)));
        AssertMet("argument off the diagonal", drawn.Count(each => each.Model.Jumps.Any(jump => jump.Argument.Any(r => !r.IsDiagonal))));
        AssertMet("mixture", drawn.Count(each => each.Model.Initial is LevelMixture));
        AssertMet("superposition", drawn.Count(each => each.Model.Initial is LevelSuperposition));
        AssertMet("numbers of sites", drawn.Count(each => each.Model.Initial is LevelDicke));

        void AssertMet(string what, int times) => Assert.True(times >= 10, $"{Seed.Description}: '{what}' met {times} times.");
    }

    /// <summary>The mutation test: a coefficient of any kind that is off by a millionth is seen.</summary>
    [Fact]
    public void A_changed_coefficient_is_seen()
    {
        const double change = 1 + 1e-6;
        int seen = 0;
        for (int i = 0; i < 40; i++)
        {
            (LevelModel model, int n) = RandomLevelModels.Draw(Seed.Value, i);
            if (model.Jumps.IsEmpty || model.Jumps[0].Operator.IsDiagonal)
            {
                continue;
            }

            LevelJump jump = model.Jumps[0];
            LevelJump other = jump with { Operator = (System.Numerics.Complex)change * jump.Operator };
            LevelModel changed = model with { Jumps = model.Jumps.SetItem(0, other) };
            double distance = MomentComparison.Distance(BruteForceLevels.Solve(model, n, Times), Verified.Moments(changed, n, Times));
            seen += distance > MomentComparison.CrossCheck ? 1 : 0;
        }

        Assert.True(seen >= 10, $"{Seed.Description}: a changed jump was seen {seen} times.");
    }

    /// <summary>
    /// The distance, infinite where the solver fails or its state is unphysical, so that one bad model does not hide the others.
    /// </summary>
    private static (double Distance, string Method) Compare(LevelModel model, int n, MomentSeries expected, Representation representation)
    {
        try
        {
            ExactResult actual = Verified.Solve(model, n, Times, new ExactOptions { Representation = representation });
            return (MomentComparison.Distance(expected, actual.Moments), actual.Method);
        }
        catch (Exception error) when (error is InvalidOperationException or InputException or XunitException)
        {
            return (double.PositiveInfinity, error.Message);
        }
    }
}
