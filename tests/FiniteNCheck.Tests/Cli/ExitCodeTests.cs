using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Cli;

/// <summary>The exit statuses that scripts rely on.</summary>
[Trait("Kind", "Cli")]
public sealed class ExitCodeTests : CliTest
{
    [Theory]
    [InlineData(Verdict.Confirmed, Verdict.Confirmed, 0)]
    [InlineData(Verdict.Refuted, Verdict.Refuted, 0)]
    [InlineData(Verdict.Inconclusive, Verdict.Inconclusive, 0)]
    [InlineData(Verdict.Confirmed, Verdict.Refuted, 1)]
    [InlineData(Verdict.Refuted, Verdict.Confirmed, 1)]
    [InlineData(Verdict.Inconclusive, Verdict.Confirmed, 1)]
    [InlineData(Verdict.Confirmed, Verdict.Inconclusive, 3)]
    [InlineData(Verdict.Refuted, Verdict.Inconclusive, 3)]
    public void Verify_compares_verdicts_with_what_the_study_expects(Verdict expected, Verdict found, int exit)
    {
        FakeBackend backend = new() { Study = () => Samples.Single(expected, found) };
        Assert.Equal(exit, Run(backend, "verify", "retrieval").Exit);
    }

    [Fact]
    public void A_wrong_verdict_outweighs_an_inconclusive_one()
    {
        Queue<StudyFinding> findings = new([
            Samples.Single(Verdict.Confirmed, Verdict.Inconclusive),
            Samples.Single(Verdict.Confirmed, Verdict.Refuted),
        ]);
        Assert.Equal(1, Run(new FakeBackend { Study = findings.Dequeue }, "verify").Exit);
    }

    [Theory]
    [InlineData(Verdict.Confirmed, Verdict.Confirmed, null, 0)]
    [InlineData(Verdict.Refuted, Verdict.Refuted, Verdict.Confirmed, 0)]
    [InlineData(Verdict.Inconclusive, Verdict.Inconclusive, null, 0)]
    [InlineData(Verdict.Refuted, Verdict.Refuted, Verdict.Refuted, 1)]
    [InlineData(Verdict.Refuted, Verdict.Inconclusive, Verdict.Refuted, 1)]
    [InlineData(Verdict.Refuted, Verdict.Confirmed, Verdict.Confirmed, 1)]
    [InlineData(Verdict.Refuted, Verdict.Confirmed, Verdict.Inconclusive, 1)]
    [InlineData(Verdict.Inconclusive, Verdict.Confirmed, null, 1)]
    [InlineData(Verdict.Refuted, Verdict.Refuted, Verdict.Inconclusive, 3)]
    [InlineData(Verdict.Refuted, Verdict.Inconclusive, Verdict.Confirmed, 3)]
    [InlineData(Verdict.Confirmed, Verdict.Inconclusive, null, 3)]
    public void Claims_compares_verdicts_with_what_the_ledger_expects(Verdict expected, Verdict found, Verdict? correction, int exit)
    {
        FakeBackend backend = new() { Claims = [.. Samples.Claims, Samples.Claim("X", expected, found, correction)] };
        Assert.Equal(exit, Run(backend, "claims").Exit);
    }

    [Fact]
    public void A_claim_that_comes_out_wrong_outweighs_an_undecided_one()
    {
        FakeBackend backend = new()
        {
            Claims = [Samples.Claim("X", Verdict.Confirmed, Verdict.Inconclusive), Samples.Claim("Y", Verdict.Confirmed, Verdict.Refuted)],
        };
        Assert.Equal(1, Run(backend, "claims").Exit);
        Assert.Equal(3, Run(backend, "claims", "X").Exit);
    }

    [Fact]
    public void No_study_at_all_is_not_a_success()
    {
        (int exit, string output, string error) = Run(new FakeBackend { BundledStudies = [] }, "verify");
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains("no default study lies beside the program", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1 + 1e-9, 0, 0)]
    [InlineData(1, 1e-9, 0)]
    [InlineData(1, 0, -1e-9)]
    public void Exact_with_a_failed_check_says_so_and_does_not_succeed(double trace, double hermiticity, double eigenvalue)
    {
        ExactResult result = Samples.Exact(3, [1]) with { Checks = [new ExactChecks(trace, hermiticity, [0.5, eigenvalue], 1e-13)] };
        (int exit, string output, string error) = Run(
            new FakeBackend { Exact = () => result }, "exact", ModelPath, "--n", "3", "--times", "1", "--format", "json");
        Assert.Equal(1, exit);
        Assert.Contains("Check failed at t = 1", output, StringComparison.Ordinal);
        Assert.Contains("warning: Check failed at t = 1", error, StringComparison.Ordinal);
    }

    /// <summary>The numbers are within the stated error bound, so the run succeeds, with a warning.</summary>
    [Fact]
    public void A_tolerance_that_was_missed_is_a_note()
    {
        ExactResult result = Samples.Exact(3, [1]) with { Checks = [new ExactChecks(1, 0, [0.5, 0], 1e-11)] };
        (int exit, string output, string error) = Run(
            new FakeBackend { Exact = () => result }, "exact", ModelPath, "--n", "3", "--times", "1", "--format", "json");
        Assert.Equal(0, exit);
        Assert.Contains("not the tolerance of 1e-12", output, StringComparison.Ordinal);
        Assert.Contains("not the tolerance of 1e-12", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_does_not_fit_is_bad_input()
    {
        const string Message = "n is 5000: a full density matrix needs 167 GB of the 24 GB here. Lower --n.";
        FakeBackend backend = new() { Exact = () => throw new InputException(Message) };
        (int exit, string output, string error) = Run(backend, "exact", ModelPath, "--n", "5000", "--times", "1");
        Assert.Equal((2, "", $"error: {Message}\n"), (exit, output, error.ReplaceLineEndings("\n")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Memory_that_runs_out_is_said_plainly(bool inParallel)
    {
        var exception = new InsufficientMemoryException();
        FakeBackend backend = new() { Exact = () => throw (inParallel ? new AggregateException(exception) : exception) };
        (int exit, string output, string error) = Run(backend, "exact", ModelPath, "--n", "3", "--times", "1");
        Assert.Equal((4, ""), (exit, output));
        Assert.StartsWith("error: The memory ran out, and no file was written", error, StringComparison.Ordinal);
        Assert.Contains("--memory-limit", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_is_told_apart_from_bad_input()
    {
        FakeBackend backend = new() { Exact = () => throw new InvalidOperationException("impossible") };
        (int exit, string output, string error) = Run(backend, "exact", ModelPath, "--n", "3", "--times", "1");
        Assert.Equal((4, ""), (exit, output));
        Assert.Contains("fault of the program", error, StringComparison.Ordinal);
        Assert.Contains("impossible", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exact MODEL --n 3 --times 1")]
    [InlineData("theory MODEL --times 1")]
    [InlineData("verify")]
    [InlineData("claims")]
    public void An_interrupted_run_ends_with_130(string line)
    {
        using CancellationTokenSource cancellation = new();
        cancellation.Cancel();
        string[] args = [.. line.Split(' ').Select(word => word is "MODEL" ? ModelPath : word)];
        (int exit, string output, string error) = Run(new FakeBackend(), cancellation.Token, args);
        Assert.Equal((130, ""), (exit, output));
        Assert.Contains("Interrupted", error, StringComparison.Ordinal);
    }
}
