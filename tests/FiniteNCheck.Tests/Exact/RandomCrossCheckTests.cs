using System.Globalization;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Exact;

/// <summary>The exact solver against the 2^N code on random models over every feature of the format.</summary>
[Trait("Kind", "CrossCheck")]
public class RandomCrossCheckTests(ITestOutputHelper output)
{
    public const int Count = 200;

    private static readonly double[] Times = [0.3, 1];

    [Fact]
    [Trait("Speed", "Slow")]
    public void Two_hundred_random_models_agree()
    {
        output.WriteLine(Seed.Description);
        IReadOnlyList<RandomModel> drawn = RandomModels.Draw(Seed.Value, Count);
        var failures = new List<string>();
        var methods = new Dictionary<string, int>(StringComparer.Ordinal);
        double largest = 0;
        for (int i = 0; i < drawn.Count; i++)
        {
            MomentSeries expected = BruteForce.Solve(drawn[i].Model, drawn[i].N, Times);
            foreach (Representation representation in new[] { Representation.Auto, Representation.Complex })
            {
                ExactResult actual = Verified.Solve(drawn[i].Model, drawn[i].N, Times, new ExactOptions { Representation = representation });
                methods[actual.Method] = methods.GetValueOrDefault(actual.Method) + 1;
                double distance = MomentComparison.Distance(expected, actual.Moments);
                largest = Math.Max(largest, distance);
                if (distance > MomentComparison.CrossCheck)
                {
                    failures.Add($"model {i}, {representation}, off by {distance:E2}:{Environment.NewLine}{drawn[i]}");
                }
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"largest difference {largest:E2}"));
        output.WriteLine(string.Join(Environment.NewLine, methods.Select(pair => $"{pair.Value} x {pair.Key}")));
        Assert.True(failures.Count == 0, $"{Seed.Description}: {failures.Count} disagree.{Environment.NewLine}{string.Join(Environment.NewLine, failures.Take(5))}");
    }
}
