using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact.Reduction;

/// <summary>The unfolding that the gauge tests rely on, checked with 2^N moments on both sides.</summary>
[Trait("Kind", "CrossCheck")]
public class GaugeRotationTests
{
    private static readonly double[] Times = [0, 0.5, 2];

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(1, 2, 0.7)]
    [InlineData(1, 3, 0)]
    [InlineData(2, 1, 0.7)]
    public void Rotated_networks_unfold_to_the_original(int patterns, int n, double coupling)
    {
        HopfieldModels network = HopfieldModels.Patterns(patterns) with { Coupling = coupling };
        HopfieldModels rotated = HopfieldModels.Rotated(patterns) with { Coupling = coupling };
        PauliVector[] start = [.. new PauliVector[] { new(0.2, -0.4, 0.6), new(-0.3, 0.1, 0.5) }.Take(rotated.Blocks)];
        MomentSeries expected = BruteForce.Solve(network.Starting(GaugeRotation.Image(network, start)), n, Times);
        MomentSeries folded = BruteForce.Solve(rotated.Starting(start), n, Times);

        // Both are accurate to 1e-13; the unfolding divides by 2n - 1 and multiplies by at most n.
        MomentComparison.AssertAgree(expected, GaugeRotation.Unfold(folded, network, n), 1e-12, "unfolded");
    }
}
