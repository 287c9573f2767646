using System.Globalization;
using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace FiniteNCheck.Tests.Exact.Starts;

/// <summary>Mixtures, Dicke states, GHZ states and superpositions against the 2^N code.</summary>
[Trait("Kind", "CrossCheck")]
public class StartCrossCheckTests(ITestOutputHelper output)
{
    private static readonly double[] Times = [0, 0.4, 1];

    [Fact]
    public void Random_models_with_random_starts_agree() => AssertAgree(Seed.Value, count: 40);

    [Fact]
    [Trait("Speed", "Slow")]
    public void Three_hundred_random_models_agree() => AssertAgree(Seed.Value + 7, count: 300);

    /// <summary>Every kind of start in every representation that the engine has, in full and, where rates allow, in a window.</summary>
    [Fact]
    public void Every_representation_is_met()
    {
        string[] methods = [.. RandomStarts.Draw(Seed.Value, 300).Select(drawn => Solve(drawn, new ExactOptions(), [1e-6]).Method)];
        foreach (string reduction in new[] { "merged", "complex Hermitian", "real symmetric", "populations only", "as matrices" })
        {
            int met = methods.Count(method => method.Contains(reduction, StringComparison.Ordinal));
            output.WriteLine($"{reduction}: {met}");
            Assert.True(met >= 5, $"{Seed.Description}: '{reduction}' met {met} times.");
        }
    }

    private void AssertAgree(ulong seed, int count)
    {
        output.WriteLine($"seed {seed}");
        List<string> failures = [];
        double largest = 0;
        int windows = 0;
        foreach (RandomModel drawn in RandomStarts.Draw(seed, count))
        {
            MomentSeries expected = BruteForce.Solve(drawn.Model, drawn.N, Times);
            ExactOptions[] all =
            [
                new(),
                new() { Representation = Representation.Complex, MergeBlocks = false },
                new() { Method = SolutionMethod.Window },
            ];
            foreach (ExactOptions options in all)
            {
                try
                {
                    double distance = MomentComparison.Distance(expected, Solve(drawn, options, Times).Moments);
                    largest = Math.Max(largest, distance);
                    windows += options.Method == SolutionMethod.Window ? 1 : 0;
                    if (distance > MomentComparison.CrossCheck)
                    {
                        failures.Add($"off by {distance:E2} with {options}:{Environment.NewLine}{drawn}");
                    }
                }
                catch (InputException) when (options.Method == SolutionMethod.Window)
                {
                    // Rates along several axes of a block.
                }
                catch (Exception error) when (error is InvalidOperationException or InputException or XunitException)
                {
                    failures.Add($"{error.Message}:{Environment.NewLine}{drawn}");
                }
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"largest difference {largest:E2}, {windows} windows"));
        Assert.True(windows > count / 3, $"only {windows} windows");
        Assert.True(failures.Count == 0, $"seed {seed}: {failures.Count} disagree. {string.Join(Environment.NewLine, failures.Take(4))}");
    }

    private static ExactResult Solve(RandomModel drawn, ExactOptions options, double[] times) =>
        Verified.Solve(drawn.Model, drawn.N, times, options);
}
