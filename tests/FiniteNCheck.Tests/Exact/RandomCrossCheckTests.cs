using System.Globalization;
using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace FiniteNCheck.Tests.Exact;

/// <summary>The exact solver against the 2^N code on random models with every feature of the format.</summary>
[Trait("Kind", "CrossCheck")]
public class RandomCrossCheckTests(ITestOutputHelper output)
{
    public const int Count = 200;

    private static readonly double[] Times = [0.3, 1];

    private const int SliceLength = 20;

    public static TheoryData<int> Slices => [.. Enumerable.Range(0, Count / SliceLength)];

    /// <summary>Twenty of the two hundred models at a time.</summary>
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
            MomentSeries expected = BruteForce.Solve(drawn[i].Model, drawn[i].N, Times);
            var unreduced = new ExactOptions { Representation = Representation.Complex, MergeBlocks = false };
            foreach (ExactOptions options in new[] { new ExactOptions(), unreduced })
            {
                (double distance, string method) = Compare(drawn[i], expected, options);
                largest = Math.Max(largest, distance);
                if (distance > MomentComparison.CrossCheck)
                {
                    failures.Add($"model {i}, off by {distance:E2}, {method}:{Environment.NewLine}{drawn[i]}");
                }
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"largest difference {largest:E2}"));
        string first = string.Join(Environment.NewLine, failures.Take(5));
        Assert.True(failures.Count == 0, $"{Seed.Description}: {failures.Count} disagree.{Environment.NewLine}{first}");
    }

    /// <summary>
    /// Each reduction is used by at least ten of the two hundred models, like every other feature; otherwise it is hardly checked.
    /// </summary>
    [Fact]
    public void Every_reduction_is_met()
    {
        output.WriteLine(Seed.Description);
        string[] methods = [.. RandomModels.Draw(Seed.Value, Count).Select(drawn => Verified.Solve(drawn.Model, drawn.N, [1e-6]).Method)];
        foreach (IGrouping<string, string> group in methods.GroupBy(Reductions, StringComparer.Ordinal))
        {
            output.WriteLine($"{group.Count()} x {group.Key}");
        }

        string[] reductions = ["merged", "complex Hermitian", "real symmetric", "populations only", "diagonal rates", "as matrices"];
        foreach (string reduction in reductions)
        {
            int met = methods.Count(method => method.Contains(reduction, StringComparison.Ordinal));
            Assert.True(met >= 10, $"{Seed.Description}: '{reduction}' met {met} times.");
        }
    }

    /// <summary>
    /// The distance, infinite where the solver fails or its state is unphysical, so that one bad model does not hide the others.
    /// </summary>
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

    /// <summary>The method without sizes, so that like can be counted with like.</summary>
    private static string Reductions(string method) => string.Concat(method.Where(c => !char.IsAsciiDigit(c) && c != '+'));
}
