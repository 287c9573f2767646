using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact;

/// <summary>Results do not depend on the number of threads, to the last bit.</summary>
[Trait("Kind", "Determinism")]
public class DeterminismTests
{
    private static readonly double[] Times = [0.3, 1];

    /// <summary>All but the two largest, which take long and add nothing to the sizes below.</summary>
    public static TheoryData<string> Names =>
        [.. NamedCases.All.Keys.Where(name => !name.StartsWith("three patterns", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Names))]
    public void One_thread_and_two_give_the_same_bits(string name) =>
        AssertSameBits(NamedCases.All[name].Model, NamedCases.All[name].N, new ExactOptions(), Times);

    /// <summary>Sizes at which each kind of generator shares work among threads: at least 50,000 numbers.</summary>
    [Theory]
    [InlineData("two-large-spins, N = 4", 12, Representation.Real)]
    [InlineData("two-large-spins, N = 4", 10, Representation.Complex)]
    [InlineData("one pattern, zero field, z start", 30, Representation.Populations)]
    public void The_same_at_larger_sizes(string name, int n, Representation representation) =>
        AssertSameAtLargerSize(name, n, representation);

    [Fact]
    [Trait("Speed", "Slow")]
    public void The_same_for_three_blocks() => AssertSameAtLargerSize("three blocks of different sizes", 6, Representation.Complex);

    private static void AssertSameAtLargerSize(string name, int n, Representation representation)
    {
        ExactResult result = AssertSameBits(
            NamedCases.All[name].Model, n, new ExactOptions { Representation = representation, MergeBlocks = false }, [0.01, 0.02]);
        Assert.InRange(result.StateSize, 50_000, long.MaxValue);
    }

    private static ExactResult AssertSameBits(CollectiveModel model, int n, ExactOptions options, double[] times)
    {
        ExactResult one = Verified.Solve(model, n, times, options with { Threads = 1 });
        ExactResult two = Verified.Solve(model, n, times, options with { Threads = 2 });
        Assert.Equal(Bits(one), Bits(two));
        Assert.Equal(one.Steps, two.Steps);
        return one;
    }

    private static long[] Bits(ExactResult result) =>
    [
        .. result.Moments.Mean.SelectMany(mean => mean).Select(BitConverter.DoubleToInt64Bits),
        .. result.Moments.Covariance.SelectMany(covariance => covariance.Cast<double>()).Select(BitConverter.DoubleToInt64Bits),
        .. result.Checks.SelectMany(c => new[] { c.Trace, c.Hermiticity, c.IntegrationError }).Select(BitConverter.DoubleToInt64Bits),
    ];
}
