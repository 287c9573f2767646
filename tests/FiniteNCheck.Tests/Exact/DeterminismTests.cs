using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact;

/// <summary>Results do not depend on the number of threads, to the last bit.</summary>
[Trait("Kind", "Determinism")]
public class DeterminismTests
{
    private static readonly double[] Times = [0.3, 1];

    public static TheoryData<string> Names => NamedCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void One_thread_and_two_give_the_same_bits(string name) =>
        AssertSameBits(NamedCases.All[name].Model, NamedCases.All[name].N, Representation.Auto);

    /// <summary>Sizes at which there is work to share out.</summary>
    [Theory]
    [InlineData(Representation.Auto)]
    [InlineData(Representation.Complex)]
    public void The_same_at_larger_sizes(Representation representation)
    {
        AssertSameBits(TestModels.TwoLargeSpins(), 12, representation);
        AssertSameBits(TestModels.TiltedAxis(), 14, representation);
        AssertSameBits(NamedCases.All["one pattern, unsymmetric start"].Model, 5, representation);
    }

    private static void AssertSameBits(CollectiveModel model, int n, Representation representation)
    {
        ExactResult one = Verified.Solve(model, n, Times, new ExactOptions { Threads = 1, Representation = representation });
        ExactResult two = Verified.Solve(model, n, Times, new ExactOptions { Threads = 2, Representation = representation });
        Assert.Equal(Bits(one), Bits(two));
        Assert.Equal(one.Steps, two.Steps);
    }

    private static long[] Bits(ExactResult result) =>
    [
        .. result.Moments.Mean.SelectMany(mean => mean).Select(BitConverter.DoubleToInt64Bits),
        .. result.Moments.Covariance.SelectMany(covariance => covariance.Cast<double>()).Select(BitConverter.DoubleToInt64Bits),
        .. result.Checks.SelectMany(c => new[] { c.Trace, c.Hermiticity, c.IntegrationError }).Select(BitConverter.DoubleToInt64Bits),
    ];
}
