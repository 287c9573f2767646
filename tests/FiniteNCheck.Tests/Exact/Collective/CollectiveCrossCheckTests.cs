using System.Globalization;
using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace FiniteNCheck.Tests.Exact.Collective;

/// <summary>The exact solver against the 2^N code on random models with collective jumps.</summary>
[Trait("Kind", "CrossCheck")]
public sealed class CollectiveCrossCheckTests(ITestOutputHelper output)
{
    private const int Few = 50;
    private const int Many = 300;

    private static readonly double[] Times = [0.3, 1];

    [Fact]
    public void Random_models_agree() => AssertAgree(Few);

    [Fact]
    [Trait("Speed", "Slow")]
    public void Three_hundred_random_models_agree() => AssertAgree(Many);

    /// <summary>Representations, tilted rates and merged blocks all have to be met, or they are not checked.</summary>
    [Fact]
    public void Every_reduction_is_met()
    {
        output.WriteLine(Seed.Description);
        IReadOnlyList<RandomModel> drawn = RandomModels.DrawCollective(Seed.Value, Few);
        string[] methods = [.. drawn.Select(each => Verified.Solve(each.Model, each.N, [1e-6]).Method)];
        foreach (string reduction in new[]
        {
            "merged", "complex Hermitian", "real symmetric", "populations only", "diagonal rates", "as matrices",
        })
        {
            int met = methods.Count(method => method.Contains(reduction, StringComparison.Ordinal));
            output.WriteLine($"{met} x {reduction}");
            Assert.True(met >= 2, $"{Seed.Description}: '{reduction}' met {met} times.");
        }

        int together = drawn.Count(each => each.Model.CollectiveJumps.Any(jump => jump.Operators.Count(j => j != SpinOperator.Zero) > 1));
        Assert.True(together >= 10, $"{Seed.Description}: {together} models with a jump of several blocks.");
    }

    private void AssertAgree(int count)
    {
        output.WriteLine(Seed.Description);
        var failures = new List<string>();
        double largest = 0;
        foreach ((int i, RandomModel drawn) in RandomModels.DrawCollective(Seed.Value, count).Index())
        {
            MomentSeries expected = BruteForce.Solve(drawn.Model, drawn.N, Times);
            var unreduced = new ExactOptions { Representation = Representation.Complex, MergeBlocks = false };
            foreach (ExactOptions options in new[] { new ExactOptions(), unreduced })
            {
                (double distance, string method) = Compare(drawn, expected, options);
                largest = Math.Max(largest, distance);
                if (distance > MomentComparison.CrossCheck)
                {
                    failures.Add($"model {i}, off by {distance:E2}, {method}:{Environment.NewLine}{drawn}");
                }
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} models, largest difference {largest:E2}"));
        string first = string.Join(Environment.NewLine, failures.Take(5));
        Assert.True(failures.Count == 0, $"{Seed.Description}: {failures.Count} disagree.{Environment.NewLine}{first}");
    }

    private static (double Distance, string Method) Compare(RandomModel drawn, MomentSeries expected, ExactOptions options)
    {
        try
        {
            ExactResult actual = Verified.Solve(drawn.Model, drawn.N, Times, options);
            return (MomentComparison.Distance(expected, actual.Moments), actual.Method);
        }
        catch (Exception error) when (error is InvalidOperationException or InputException or XunitException)
        {
            return (double.PositiveInfinity, error.Message);
        }
    }
}
