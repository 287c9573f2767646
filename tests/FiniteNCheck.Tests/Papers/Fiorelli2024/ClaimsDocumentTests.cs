using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Papers.Fiorelli2024;
using FiniteNCheck.Reporting.Claims;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Papers.Fiorelli2024;

/// <summary>
/// The ledger is well formed, and docs/claims.md is what the command prints today:
/// <c>finitencheck claims --format markdown > docs/claims.md</c>. docs/claims-full.md is the same with <c>--full</c>,
/// of which only the words are checked.
/// </summary>
public sealed class ClaimsDocumentTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "docs");
    private static readonly string Document = Path.Combine(Folder, "claims.md");

    [Fact]
    [Trait("Kind", "Unit")]
    public void Every_claim_has_a_name_of_its_own_and_every_refuted_one_a_correction()
    {
        ImmutableArray<Claim> claims = Ledger.Paper.Claims;
        Assert.Equal(claims.Length, claims.Select(claim => claim.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(
            claims,
            claim =>
            {
                Assert.Matches("^[A-Za-z0-9][A-Za-z0-9.-]*$", claim.Id);
                Assert.All(
                    [claim.Place, claim.Statement, claim.Correction?.Statement ?? "none"],
                    text => Assert.Matches("^[ -~]+$", text));
                Assert.True(
                    claim.Expected != Verdict.Refuted || claim.Correction is not null,
                    $"{claim.Id} is refuted and says not what holds");
            });
    }

    [Theory]
    [InlineData("claims.md")]
    [InlineData("claims-full.md")]
    [Trait("Kind", "Regression")]
    public void The_document_lists_exactly_the_claims_of_the_ledger_with_their_verdicts(string name)
    {
        string document = Path.Combine(Folder, name);
        string[] rows =
        [
            .. PageComparison.Lines(File.ReadAllText(document)).Where(line => line.StartsWith("| [", StringComparison.Ordinal)),
        ];
        Assert.Equal(
            Ledger.Paper.Claims.Select(claim =>
                ClaimsMarkdown.LedgerRow(claim, claim.Expected.ToString().ToLowerInvariant())),
            rows);
        string[] headings =
        [
            .. PageComparison.Lines(File.ReadAllText(document))
                .Where(line => line.StartsWith("## ", StringComparison.Ordinal))
                .Select(line => line[3..]),
        ];
        Assert.Equal(Ledger.Paper.Claims.Select(claim => claim.Id), headings);
    }

    [Fact]
    [Trait("Kind", "Regression")]
    [Trait("Speed", "Slow")]
    public void The_document_is_what_the_command_prints()
    {
        string received = ClaimsMarkdown.Render(
            new ClaimsReport(
                Ledger.Paper,
                ClaimRunner.Run(Ledger.Paper.Claims, Effort.Quick),
                Asked: [],
                Effort.Quick,
                NoProvenance.Value));
        string[] differences = [.. PageComparison.Differences(File.ReadAllText(Document), received)];
        if (differences.Length > 0)
        {
            // To accept a change, look at the received file and rename it.
            File.WriteAllText(Path.ChangeExtension(Document, ".received.md"), received);
        }

        Assert.Empty(differences);
    }

    [Theory]
    [Trait("Kind", "Mutation")]
    [InlineData("| here | 0.123 | 1.1E-016 |", "| here | 0.124 | 2e-12 |", true)]
    [InlineData("| here | 0.123 |", "| here | 0.132 |", false)]
    [InlineData("| here | 0.123 |", "| here | -0.123 |", false)]
    [InlineData("| here | 0.123 |", "| there | 0.123 |", false)]
    [InlineData("| here | 1e-12 |", "| here | 1e-08 |", false)]
    [InlineData("confirmed", "refuted", false)]
    [InlineData("one line", "one line\nanother", false)]
    public void Numbers_may_differ_in_their_last_digit_and_words_not_at_all(string a, string b, bool agree) =>
        Assert.Equal(agree, !PageComparison.Differences(a, b).Any());
}
