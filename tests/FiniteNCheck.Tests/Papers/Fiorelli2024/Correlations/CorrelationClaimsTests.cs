using FiniteNCheck.Claims;
using FiniteNCheck.Papers.Fiorelli2024.Correlations;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Papers.Fiorelli2024.Correlations;

/// <summary>The checks of the claims on correlations can fail: a wrong formula changes the verdict.</summary>
[Trait("Kind", "Mutation")]
public sealed class CorrelationClaimsTests
{
    private static readonly ClaimRun Quick = new(Effort.Quick, 0, null, CancellationToken.None);

    [Fact]
    public void Too_little_diffusion_breaks_the_uncertainty_relation()
    {
        Func<PlanePoint, MathNet.Numerics.LinearAlgebra.Matrix<double>?> full = UncertaintyRelation.Stationary(Drift.Full);
        Assert.Equal(Verdict.Refuted, new UncertaintyRelation(point => 0.95 * full(point)!).Check(Quick).Verdict);
    }

    [Fact]
    public void A_reversed_quadrature_of_the_first_block_gives_no_modes() => Assert.Equal(
        Verdict.Refuted,
        new CanonicalModes(m =>
        {
            var wrong = TwoModeReduction.Canonical(m);
            wrong.SetRow(1, -wrong.Row(1));
            return wrong;
        }).Check().Verdict);

    [Fact]
    public void The_spectrum_with_a_single_determinant_of_correlations_is_refuted() => Assert.Equal(
        Verdict.Refuted, TwoModeFormulas.Spectrum(each => Invariants.PrintedEigenvalues(each with { C = each.C / 2 })).Verdict);

    [Fact]
    public void The_other_case_of_the_least_determinant_is_refuted() =>
        Assert.Equal(
            Verdict.Refuted,
            TwoModeFormulas.MinDeterminant(each => Invariants.PrintedMinDeterminant(each with { C = 1.001 * each.C })).Verdict);

    [Fact]
    public void A_determinant_five_per_cent_off_is_not_confirmed()
    {
        var ladder = new TwoBlockLadder("C", (covariance, m) => Invariants.Compute(TwoModeReduction.TwoModeCovariance(covariance, m)).C);
        Finding wrong = ladder.Against(Quick, (model, times) => [.. ladder.Limit(Drift.Full)(model, times).Select(c => 1.05 * c)]);
        Assert.Equal(Verdict.Refuted, wrong.Verdict);
    }

    [Fact]
    public void A_bound_that_holds_is_not_refuted()
    {
        var ladder = new TwoBlockLadder("nu_-", (covariance, m) => GaussianCorrelations.Compute(covariance, m).Smaller);
        Assert.Equal(Verdict.Confirmed, ladder.AtLeast(Quick, 1).Verdict);
    }
}
