using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Hopfield;
using FiniteNCheck.Verification;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace FiniteNCheck.Tests.Claims;

/// <summary>The checks of the printed formulas of section 6 can fail, and what holds instead passes them.</summary>
[Trait("Kind", "Mutation")]
public sealed class HopfieldFormulasTests
{
    [Theory]
    [InlineData("E66")]
    [InlineData("E67")]
    [InlineData("E68")]
    public void A_formula_fails_and_its_correction_holds(string id)
    {
        Claim claim = Assert.Single(HopfieldClaims.All, claim => claim.Id == id);
        var run = new ClaimRun(false, 1, null, CancellationToken.None);
        Assert.Equal(Verdict.Refuted, claim.Check(run).Verdict);
        Assert.Equal(Verdict.Confirmed, claim.Correction!.Check(run).Verdict);
    }

    [Fact]
    public void A_slightly_wrong_formula_fails()
    {
        Finding Check(Func<Point, Matrix<double>> general, Func<RetrievalState, Matrix<double>> formula) =>
            new OnePattern("changed", general, state => (1 + 1e-6) * formula(state)).Check();
        Assert.Equal(Verdict.Refuted, Check(FluctuationParts.FrozenDrift, OnePatternFormulas.FrozenDrift).Verdict);
        Assert.Equal(Verdict.Refuted, Check(FluctuationParts.RatePart, OnePatternFormulas.RatePart).Verdict);
        Assert.Equal(Verdict.Refuted, Check(FluctuationParts.ResponsePart, OnePatternFormulas.ResponsePart).Verdict);
    }
}
