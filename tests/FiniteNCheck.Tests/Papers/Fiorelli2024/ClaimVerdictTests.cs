using FiniteNCheck.Claims;
using FiniteNCheck.Papers.Fiorelli2024.Hopfield;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Papers.Fiorelli2024;

/// <summary>
/// The verdicts of section 6 and appendix B without 6.3.1, one by one; all others are checked with the document,
/// which takes longer.
/// </summary>
public sealed class ClaimVerdictTests
{
    private static readonly Claim[] Claims =
    [
        .. MeanFieldClaims.All,
        .. CovarianceClaims.All,
        .. PhaseClaims.All,
        .. BlockClaims.All,
        .. CouplingClaims.All,
    ];

    public static TheoryData<string> Ids => [.. Claims.Select(claim => claim.Id)];

    [Theory]
    [Trait("Kind", "CrossCheck")]
    [MemberData(nameof(Ids))]
    public void A_verdict_is_as_expected_and_its_correction_holds(string id)
    {
        Claim claim = Claims.Single(each => string.Equals(each.Id, id, StringComparison.Ordinal));
        var run = new ClaimRun(Effort.Quick, Threads: 1, Progress: null, CancellationToken.None);
        Finding finding = claim.Check(run);
        Assert.True(finding.Verdict == claim.Expected, finding.Reason);
        Finding? correction = claim.Correction?.Check(run);
        Assert.True((correction?.Verdict ?? Verdict.Confirmed) == Verdict.Confirmed, correction?.Reason);
    }
}
