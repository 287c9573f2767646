using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Ledgers;
using FiniteNCheck.Reporting.Claims;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Claims.Ledgers;

/// <summary>
/// The ledgers of other papers come out as they say, and their pages under docs/ledgers are what the command prints:
/// <c>finitencheck claims NAME --format markdown > docs/ledgers/NAME.md</c>.
/// </summary>
[Trait("Kind", "Regression")]
public sealed class BundledLedgerTests
{
    // Most of the time of all ledgers.
    private static readonly string[] Long = ["dissipative-ising", "papers", "potts", "stationary"];

    public static TheoryData<string> Longest => [.. Long];

    public static TheoryData<string> Names => [.. BundledLedgers.Names.Except(Long)];

    [Fact]
    public void There_are_eight() => Assert.Equal(
        ["curie-weiss", "dissipative-ising", "glauber", "moment-closure", "papers", "potts", "sis", "stationary"],
        BundledLedgers.Names.ToArray());

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_claim_comes_out_as_expected_and_the_page_shows_it(string name) => AssertExpected(name);

    [Theory]
    [MemberData(nameof(Longest))]
    [Trait("Speed", "Slow")]
    public void So_do_those_of_the_long_ones(string name) => AssertExpected(name);

    private static void AssertExpected(string name)
    {
        FiniteNCheck.Claims.Paper paper = LedgerReader.Load(BundledLedgers.PathOf(name));

        ClaimsReport report = new(paper, ClaimRunner.Run(paper.Claims, Effort.Quick), [name], Effort.Quick, NoProvenance.Value);

        Assert.All(report.Results, result => Assert.True(result.IsAsExpected, $"{result.Claim.Id}: {result.Finding.Reason}"));
        string page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "ledgers", $"{name}.md"));
        Assert.Empty(PageComparison.Differences(page, ClaimsMarkdown.Render(report)));
    }
}
