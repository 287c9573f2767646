using FiniteNCheck.Claims;
using FiniteNCheck.Papers.Fiorelli2024.Dynamics;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Papers.Fiorelli2024.Dynamics;

/// <summary>The checks of the claims on Gaussian fluctuations can fail.</summary>
[Trait("Kind", "Mutation")]
public sealed class GaussClaimsTests
{
    private static readonly ClaimRun Quick = new(Effort.Quick, 0, null, CancellationToken.None);

    [Fact]
    public void A_slightly_narrower_gaussian_is_refuted() =>
        Assert.Equal(Verdict.Refuted, new Gaussianity(form => Math.Exp(-1.05 * form / 2)).Check(Quick).Verdict);

    [Fact]
    public void A_commutator_with_another_factor_is_refuted() =>
        Assert.Equal(Verdict.Refuted, new FluctuationCommutators(2 + 1e-6).Check().Verdict);
}
