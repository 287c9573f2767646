using FiniteNCheck.Claims;
using FiniteNCheck.Papers.Fiorelli2024.Hopfield;
using FiniteNCheck.Verification;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace FiniteNCheck.Tests.Papers.Fiorelli2024.Hopfield;

/// <summary>The checks of appendix B.2 and of the block structure of section 6.3: a wrong formula changes the verdict.</summary>
public sealed class HopfieldCouplingClaimsTests
{
    [Theory]
    [Trait("Kind", "Mutation")]
    [InlineData(1, Verdict.Confirmed)]
    [InlineData(1 + 1e-6, Verdict.Refuted)]
    [InlineData(2, Verdict.Refuted)]
    public void The_factor_in_front_of_the_coupling_decides(double factor, Verdict expected)
    {
        AssertVerdict(
            expected,
            point => PrintedCoupling.FieldResponse(point, factor * CouplingClaims.OverBlocks(point)),
            PrintedCoupling.GeneralFieldResponse,
            CouplingClaims.Points);
        AssertVerdict(
            expected,
            point => PrintedCoupling.Drift(point, factor * CouplingClaims.OverBlocks(point)),
            PrintedCoupling.GeneralDrift,
            CouplingClaims.Points);
    }

    [Fact]
    [Trait("Kind", "Mutation")]
    public void A_slightly_wrong_transpose_is_refuted() =>
        AssertVerdict(
            Verdict.Refuted,
            point => PrintedCoupling.CorrectedTransposedDrift(point) * (1 + 1e-6),
            point => PrintedCoupling.Drift(point, 1).Transpose(),
            CouplingClaims.Points);

    [Fact]
    [Trait("Kind", "Mutation")]
    public void A_block_that_is_not_quite_of_rank_one_is_seen()
    {
        var check = new BlockDeterminants(BlockDeterminants.Zero, point =>
        {
            Matrix<double> slopes = point.SlopeDiffusion();
            slopes[0, 3] *= 1 + 1e-6;
            return slopes;
        });
        Assert.Equal(Verdict.Refuted, check.Check().Verdict);
    }

    [Fact]
    [Trait("Kind", "Mutation")]
    public void A_slightly_wrong_response_of_the_rates_is_refuted() => AssertVerdict(
        Verdict.Refuted,
        point => PrintedCovariance.Drift(point) + (BlockStructure.RateResponse(point) * (1 + 1e-6)),
        BlockStructure.FullDrift,
        NetworkPoints.Generic);

    [Fact]
    [Trait("Kind", "Mutation")]
    public void A_slightly_different_network_is_not_the_transformed_one()
    {
        static NetworkPoint Warmer(NetworkPoint point)
        {
            NetworkPoint transformed = GaugeTransformation.Transformed(point);
            return transformed with { Network = transformed.Network with { Temperature = transformed.Network.Temperature * (1 + 1e-6) } };
        }

        Assert.Equal(Verdict.Refuted, BlockClaims.Gauge("the Jacobian", BlockStructure.FullDrift, Warmer).Verdict);
    }

    [Fact]
    [Trait("Kind", "Mutation")]
    public void Correlations_between_the_blocks_of_one_pattern_are_seen()
    {
        var run = new ClaimRun(Effort.Quick, Threads: 1, Progress: null, CancellationToken.None);
        Assert.Equal(Verdict.Refuted, BlockClaims.Uncorrelated(run, [[1, -1]]).Verdict);
    }

    [Fact]
    [Trait("Kind", "Mutation")]
    public void An_element_besides_xx_between_blocks_is_seen() => AssertVerdict(
        Verdict.Refuted,
        point => BlockStructure.BetweenBlocks(BlockStructure.OnlyXx(PrintedCovariance.SlopeDiffusion(point))),
        point => BlockStructure.BetweenBlocks(BlockStructure.Diffusion(point)),
        NetworkPoints.Generic);

    private static void AssertVerdict(
        Verdict expected,
        Func<NetworkPoint, Matrix<double>> formula,
        Func<NetworkPoint, Matrix<double>> reference,
        Func<IEnumerable<NetworkPoint>> points) =>
        Assert.Equal(expected, new NetworkFormula("a changed formula", formula, reference, points).Check().Verdict);
}
