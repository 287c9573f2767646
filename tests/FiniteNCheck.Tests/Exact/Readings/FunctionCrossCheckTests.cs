using System.Globalization;
using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Model.StateFunctions;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Exact.Readings;

/// <summary>Every function of the state against the 2^N code, on random models.</summary>
[Trait("Kind", "CrossCheck")]
public sealed class FunctionCrossCheckTests(ITestOutputHelper output)
{
    private const int Count = 100;

    private const int SliceLength = 20;

    private static readonly double[] Times = [0.3, 1];

    public static TheoryData<int> Slices => [.. Enumerable.Range(0, Count / SliceLength)];

    /// <summary>Twenty of a hundred models at a time, as the engine solves them by itself, and without any reduction.</summary>
    [Theory]
    [MemberData(nameof(Slices))]
    public void Random_models_agree(int slice)
    {
        output.WriteLine(Seed.Description);
        IReadOnlyList<RandomModel> drawn = RandomModels.Draw(Seed.Value, Count);
        var failures = new List<string>();
        double largest = 0;
        for (int i = slice * SliceLength; i < (slice + 1) * SliceLength; i++)
        {
            (RandomModel item, var random) = (drawn[i], new Random(i));
            StateFunction[] functions = FunctionChoice.Draw(item.Model, item.N, random);
            double[][] expected = BruteForceFunctions.Solve(item.Model, item.N, functions, Times);
            foreach (ExactOptions options in new[] { new ExactOptions(), new ExactOptions { Representation = Representation.Complex } })
            {
                ExactResult result = Verified.Solve(item.Model, item.N, Times, options with { Functions = [.. functions] });
                foreach (string failure in Differences(result, expected, ref largest))
                {
                    failures.Add($"model {i}: {failure}{Environment.NewLine}{item}");
                }
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"largest difference {largest:E2}"));
        string first = string.Join(Environment.NewLine, failures.Take(5));
        Assert.True(failures.Count == 0, $"{Seed.Description}: {failures.Count} disagree.{Environment.NewLine}{first}");
    }

    /// <summary>Purity and entropy do not keep blocks from being merged, and do not change by it.</summary>
    [Fact]
    public void Merged_blocks_give_the_same_purity_and_entropy()
    {
        StateFunction[] functions = [new Purity(), new Entropy()];
        RandomModel[] merging =
        [
            .. RandomModels.Draw(Seed.Value, 3 * Count).Where(item => item.Spins <= 5
                && Verified.Solve(item.Model, item.N, [1e-6]).Method.Contains("merged", StringComparison.Ordinal)).Take(10),
        ];
        Assert.Equal(10, merging.Length);
        foreach (RandomModel item in merging)
        {
            ExactResult result = Verified.Solve(item.Model, item.N, Times, new ExactOptions { Functions = [.. functions] });
            Assert.Contains("merged", result.Method, StringComparison.Ordinal);
            double largest = 0;
            Assert.Empty(Differences(result, BruteForceFunctions.Solve(item.Model, item.N, functions, Times), ref largest));
        }
    }

    private static List<string> Differences(ExactResult result, double[][] expected, ref double largest)
    {
        List<string> found = [];
        foreach ((int k, StateFunctionSeries series) in result.Functions.Index())
        {
            for (int t = 0; t < Times.Length; t++)
            {
                double difference = Math.Abs(series.Values[t] - expected[t][k]);
                largest = Math.Max(largest, difference);

                // The 2^N code has an error of about 1e-13 of its own, which the logarithm in an entropy magnifies.
                if (!(difference <= MomentComparison.CrossCheck && series.Errors[t] >= 0 && series.Errors[t] <= 1e-7))
                {
                    found.Add($"{series.Function} at {Times[t]} is {series.Values[t]:R}, expected {expected[t][k]:R}, "
                        + $"error bound {series.Errors[t]:E1}; {result.Method}");
                }
            }
        }

        return found;
    }
}
