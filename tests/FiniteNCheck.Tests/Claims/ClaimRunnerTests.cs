using FiniteNCheck.Claims;
using FiniteNCheck.Tests.Cli;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Claims;

/// <summary>The runner: order, progress, interruption, and what counts as expected.</summary>
[Trait("Kind", "Unit")]
public sealed class ClaimRunnerTests
{
    [Fact]
    public void Claims_and_their_corrections_are_checked_in_order()
    {
        List<ClaimProgress> reports = [];
        ClaimResult[] results = [.. ClaimRunner.Run(Samples.Claims, Effort.Quick, progress: new Recorder(reports))];
        Assert.Equal(["T1", "T2", "T2-commutators"], results.Select(result => result.Claim.Id));
        Assert.Equal([false, true, false], results.Select(result => result.Correction is not null));

        // Two reports per check: its start, and the one that the check makes.
        Assert.Equal(["T1", "T1", "T2", "T2", "T2", "T2", "T2-commutators", "T2-commutators"], reports.Select(report => report.Id));
        Assert.Equal([0, 0, 0.25, 0.25, 0.5, 0.5, 0.75, 0.75], reports.Select(report => report.Fraction));
        Assert.All(reports, report => Assert.Equal(3, report.Count));
        Assert.Equal(["", "some model, n = 20"], reports.Select(report => report.Stage).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void An_interruption_ends_the_run_before_the_next_check()
    {
        using CancellationTokenSource cancellation = new();
        bool went = false;
        Claim first = Samples.Claims[0] with { Check = run => { cancellation.Cancel(); return Samples.Claims[0].Check(run); } };
        Claim second = Samples.Claims[1] with { Check = run => { went = true; return Samples.Claims[1].Check(run); } };
        Assert.Throws<OperationCanceledException>(() => ClaimRunner.Run([first, second], Effort.Quick, cancellation: cancellation.Token));
        Assert.False(went);
    }

    [Theory]
    [InlineData(Verdict.Refuted, Verdict.Confirmed, true, false)]
    [InlineData(Verdict.Refuted, Verdict.Inconclusive, false, true)]
    [InlineData(Verdict.Inconclusive, Verdict.Confirmed, false, true)]
    [InlineData(Verdict.Refuted, Verdict.Refuted, false, false)]
    [InlineData(Verdict.Inconclusive, Verdict.Refuted, false, false)]
    [InlineData(Verdict.Confirmed, Verdict.Confirmed, false, false)]
    public void A_refuted_claim_is_as_expected_only_with_a_confirmed_correction(
        Verdict found,
        Verdict correction,
        bool asExpected,
        bool undecided)
    {
        ClaimResult result = ClaimRunner.Run([Samples.Claim("X", Verdict.Refuted, found, correction)], Effort.Quick)[0];
        Assert.Equal((asExpected, undecided), (result.IsAsExpected, result.IsUndecided));
    }

    private sealed class Recorder(List<ClaimProgress> reports) : IProgress<ClaimProgress>
    {
        public void Report(ClaimProgress value) => reports.Add(value);
    }
}
