using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Exact.Reduction;

/// <summary>
/// Rotating the sites with first pattern value -1 by pi about x maps 2^p blocks to 2^(p-1) blocks of twice the size (text after (65)). Both
/// must give the same moments if the initial state is invariant under the rotation.
/// </summary>
[Trait("Kind", "CrossCheck")]
public class GaugeTests(ITestOutputHelper output)
{
    /// <summary>Integration errors of 1e-12 in trace norm times 3 N on both sides.</summary>
    private const double Tolerance = 1e-10;

    private static readonly double[] Times = [0, 0.5, 2];

    private static readonly Dictionary<string, HopfieldModels> Networks = new(StringComparer.Ordinal)
    {
        ["plain"] = HopfieldModels.Patterns(1),
        ["cold"] = HopfieldModels.Patterns(1) with { Beta = 2 },
        ["H_2"] = HopfieldModels.Patterns(1) with { Coupling = 0.7 },
        ["no field"] = HopfieldModels.Patterns(1) with { Omega = 0 },
        ["no self-energy"] = HopfieldModels.Patterns(1) with { SelfEnergy = false },
        ["normalised"] = HopfieldModels.Patterns(1) with { Normalised = true },
    };

    public static TheoryData<string> Names => [.. Networks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void One_pattern_is_one_block(string name)
    {
        HopfieldModels network = Networks[name];
        var start = new PauliVector(0.2, -0.4, 0.6);
        for (int n = 1; n <= 4; n++)
        {
            AssertSame(network, network with { Signs = HopfieldModels.Rotated(1).Signs, Share = 2 }, [start], n, name);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Two_patterns_are_two_blocks(string name)
    {
        HopfieldModels network = Networks[name] with { Signs = HopfieldModels.Patterns(2).Signs };
        HopfieldModels rotated = network with { Signs = HopfieldModels.Rotated(2).Signs, Share = 2 };
        PauliVector[] start = [new(0.2, -0.4, 0.6), new(-0.3, 0.1, 0.5)];
        AssertSame(network, rotated, start, 1, name);
        if (name is "plain" or "H_2")
        {
            AssertSame(network, rotated, start, 2, name);
        }
    }

    [Fact]
    public void Three_patterns_are_four_blocks() => AssertSame(
        HopfieldModels.Patterns(3),
        HopfieldModels.Rotated(3),
        [new(0.2, -0.4, 0.6), new(-0.3, 0.1, 0.5), new(0, 0, 1), new(0, 0.5, 0)],
        1,
        "three patterns");

    /// <summary>Blocks must not be merged if the initial state is not invariant, or if a rate breaks the symmetry.</summary>
    [Fact]
    public void What_the_gauge_does_not_hold_for_is_not_merged()
    {
        HopfieldModels network = HopfieldModels.Patterns(1);
        CollectiveModel start = network.Starting(new(0.2, -0.4, 0.6), new(0.2, 0.4, -0.6 + 1e-6));
        CollectiveModel rate = TestModels.WithJump(
            network.Starting(new(0.2, -0.4, 0.6), new(0.2, 0.4, -0.6)),
            0,
            jump => jump with { Rate = new ExponentialRate(1 / Math.Sqrt(2), 0.25 + 1e-6) });
        foreach (CollectiveModel model in new[] { start, rate })
        {
            // A wrong merge would be off by about 1e-6.
            MomentComparison.AssertAgree(
                BruteForce.Solve(model, 2, Times), Verified.Moments(model, 2, Times), MomentComparison.CrossCheck, "nearly symmetric");
        }
    }

    [Fact]
    public void A_rotated_model_with_a_changed_rate_is_noticed()
    {
        PauliVector start = new(0.2, -0.4, 0.6);
        CollectiveModel one = (HopfieldModels.Rotated(1) with { Beta = 0.5 + 1e-6 }).Starting(start);
        HopfieldModels network = HopfieldModels.Patterns(1);
        MomentSeries expected = GaugeRotation.Unfold(Verified.Moments(one, 2, Times), network, 2);
        MomentSeries actual = Verified.Moments(network.Starting(GaugeRotation.Image(network, start)), 2, Times);
        MomentComparison.AssertDiffer(expected, actual, Tolerance, "changed rate");
    }

    private void AssertSame(HopfieldModels network, HopfieldModels rotated, PauliVector[] start, int n, string what)
    {
        ExactResult small = Verified.Solve(rotated.Starting(start), n, Times, new ExactOptions { MergeBlocks = false });
        MomentSeries unfolded = GaugeRotation.Unfold(small.Moments, network, n);
        CollectiveModel model = network.Starting(GaugeRotation.Image(network, start));
        foreach (bool merge in new[] { false, true })
        {
            ExactResult large = Verified.Solve(model, n, Times, new ExactOptions { MergeBlocks = merge });
            double distance = MomentComparison.Distance(unfolded, large.Moments);
            output.WriteLine($"n = {n}: {distance:E1}  {large.StateSize} numbers against {small.StateSize}; {large.Method}");
            MomentComparison.AssertAgree(unfolded, large.Moments, Tolerance, $"{what}, n = {n}, merge {merge}");
        }
    }
}
