using FiniteNCheck.Claims;
using FiniteNCheck.Papers.Fiorelli2024.Hopfield;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace FiniteNCheck.Tests.Papers.Fiorelli2024.Hopfield;

/// <summary>The checks of the covariance equation of the Hopfield network: a wrong formula changes the verdict.</summary>
public sealed class HopfieldCovarianceClaimsTests
{
    [Fact]
    [Trait("Kind", "Mutation")]
    public void Slightly_stronger_coupling_between_blocks_is_refuted()
    {
        var run = new ClaimRun(Effort.Quick, Threads: 1, Progress: null, CancellationToken.None);
        var stronger = new BlockLadders((theory, row, column) => 1.01 * theory[BlockLadders.Index(row), BlockLadders.Index(column)]);
        Assert.Equal(Verdict.Refuted, stronger.Check(run).Verdict);
    }

    [Fact]
    [Trait("Kind", "Mutation")]
    public void A_slightly_wrong_drift_is_refuted() =>
        AssertRefuted(
            PrintedCovariance.Drift,
            point => new Fluctuations(point.Model).Drift(point.Averages, Drift.Frozen),
            NetworkPoints.Generic);

    [Fact]
    [Trait("Kind", "Mutation")]
    public void A_slightly_wrong_diffusion_at_frozen_rates_is_refuted() =>
        AssertRefuted(PrintedCovariance.FrozenRateDiffusion, point => point.FrozenRateDiffusion(), NetworkPoints.Generic);

    [Fact]
    [Trait("Kind", "Mutation")]
    public void A_slightly_wrong_diffusion_from_slopes_is_refuted() =>
        AssertRefuted(PrintedCovariance.SlopeDiffusion, point => point.SlopeDiffusion(), NetworkPoints.Generic);

    [Fact]
    [Trait("Kind", "Mutation")]
    public void Slightly_wrong_corrections_for_one_pattern_are_refuted()
    {
        AssertRefuted(
            PrintedCovariance.CorrectedFrozenRateDiffusionOfOnePattern,
            point => point.FrozenRateDiffusion(),
            NetworkPoints.Retrieval);
        AssertRefuted(
            PrintedCovariance.CorrectedSlopeDiffusionOfOnePattern,
            point => point.SlopeDiffusion(),
            NetworkPoints.Retrieval);
    }

    [Fact]
    [Trait("Kind", "Mutation")]
    public void A_slightly_wrong_limit_at_zero_field_is_refuted()
    {
        var check = new ZeroField([1], second: 0, [1000, 3000, 10_000, 30_000, 100_000], beta => 1.001 / (1 - beta));
        Assert.Equal(Verdict.Refuted, check.Check().Verdict);
    }

    // One part in a million: far above rounding, far below any misprint.
    private static void AssertRefuted(
        Func<NetworkPoint, Matrix<double>> formula, Func<NetworkPoint, Matrix<double>> reference, Func<IEnumerable<NetworkPoint>> points)
    {
        var check = new NetworkFormula("a changed formula", point => formula(point) * (1 + 1e-6), reference, points);
        Assert.Equal(Verdict.Refuted, check.Check().Verdict);
    }
}
