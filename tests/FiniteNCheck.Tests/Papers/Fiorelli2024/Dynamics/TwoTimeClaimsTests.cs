using FiniteNCheck.Claims;
using FiniteNCheck.Papers.Fiorelli2024.Dynamics;
using FiniteNCheck.Verification;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Papers.Fiorelli2024.Dynamics;

/// <summary>
/// The claims about operators at two times. Each check is one for either drift: that it refutes the one and confirms the other shows that
/// it can fail.
/// </summary>
public sealed class TwoTimeClaimsTests(ITestOutputHelper output)
{
    public static TheoryData<string> Ids => [.. TwoTimeClaims.All.Select(claim => claim.Id)];

    [Theory]
    [Trait("Kind", "CrossCheck")]
    [MemberData(nameof(Ids))]
    public void A_verdict_is_as_expected_and_its_correction_holds(string id)
    {
        Claim claim = TwoTimeClaims.All.Single(each => string.Equals(each.Id, id, StringComparison.Ordinal));
        var run = new ClaimRun(Effort.Quick, Threads: 1, Progress: null, CancellationToken.None);
        Finding finding = claim.Check(run);
        output.WriteLine(finding.Reason);
        Assert.True(finding.Verdict == claim.Expected, finding.Reason);
        Finding correction = claim.Correction!.Check(run);
        output.WriteLine(correction.Reason);
        Assert.True(correction.Verdict == Verdict.Confirmed, correction.Reason);
    }
}
