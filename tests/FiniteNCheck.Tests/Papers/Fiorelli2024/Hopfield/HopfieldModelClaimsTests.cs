using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Papers.Fiorelli2024.Hopfield;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Papers.Fiorelli2024.Hopfield;

/// <summary>The checks of sections 6.1 and 6.2: verdicts, and that a wrong order changes them.</summary>
public sealed class HopfieldModelClaimsTests
{
    private static ClaimRun Quick => new(Effort.Quick, Threads: 1, Progress: null, CancellationToken.None);

    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void Random_blocks_are_equal_at_leading_order()
    {
        Assert.Equal(Verdict.Confirmed, new RandomPatterns("w_hk", _ => sample => sample.WeightDeviations(), 0.5).Check(Quick).Verdict);
        Assert.Equal(Verdict.Confirmed, new RandomPatterns("Delta_h", _ => sample => sample.DeltaDeviations(), 0.5).Check(Quick).Verdict);
    }

    [Fact]
    [Trait("Kind", "Mutation")]
    public void The_drift_as_printed_is_refuted_without_self_energy_too() =>
        Assert.Equal(
            Verdict.Refuted,
            new Ladders(Prediction.CovarianceFrozen, effort => ModelClaims.WithoutSelfEnergy(effort).Take(1))
                .Check(Quick)
                .Verdict);

    [Theory]
    [Trait("Kind", "Mutation")]
    [InlineData(0)]
    [InlineData(0.25)]
    [InlineData(1)]
    public void A_wrong_order_is_refuted(double order) =>
        Assert.Equal(Verdict.Refuted, new RandomPatterns("w_hk", _ => sample => sample.WeightDeviations(), order).Check(Quick).Verdict);

    [Fact]
    [Trait("Kind", "Mutation")]
    public void Other_states_are_no_fixed_points_of_all_sizes() =>
        Assert.Equal(Verdict.Refuted, ModelClaims.FixedPointsOfAllSizes(NetworkPoints.SingleOverlap()).Verdict);

    /// <summary>
    /// Multinomial block sizes: <c>sum_mu e_h e_k</c> has mean square p, and <c>N_k/N</c> the variance
    /// <c>q (1 - q)/N</c> with <c>q = 2^-p</c>.
    /// </summary>
    [Fact]
    [Trait("Kind", "Analytic")]
    public void Weights_deviate_by_as_much_as_multinomial_sizes_do() =>
        Assert.All(
            NetworkPoints.Generic(),
            point =>
            {
                double q = 1.0 / point.Network.BlockCount;
                SampledLadder ladder = new RandomPatterns("w_hk", _ => sample => sample.WeightDeviations(), 0.5).Ladder(
                    point,
                    seed: 1,
                    Quick);
                double[] ratios =
                [
                    .. ladder.Sizes.Zip(
                        ladder.Values,
                        (size, value) => value / Math.Sqrt(point.Network.Patterns.Length * q * (1 - q) / size)),
                ];

                // Four sizes of 40 samples: a root mean square is known to 6 %; less than three times that.
                Assert.InRange(Math.Sqrt(ratios.Average(ratio => ratio * ratio)), 0.85, 1.15);
            });

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(3, 4, 100_000, Verdict.Confirmed)]
    [InlineData(2, 4, 100_000, Verdict.Inconclusive)]
    [InlineData(3, 3, 100_000, Verdict.Inconclusive)]
    [InlineData(3, 4, 20, Verdict.Inconclusive)]
    public void Few_points_sizes_or_samples_decide_nothing(int points, int sizes, int samples, Verdict expected)
    {
        int[] spins = [.. Enumerable.Range(1, sizes).Select(i => 100 * i)];
        var ladder = new SampledLadder("here", [.. spins], [.. spins.Select(n => Math.Pow(n, -0.5))], samples);
        Assert.Equal(expected, SampledOrderJudge.Judge("a test", Enumerable.Repeat(ladder, points), 0.5).Verdict);
    }
}
