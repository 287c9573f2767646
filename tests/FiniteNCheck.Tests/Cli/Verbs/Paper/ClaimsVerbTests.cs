using System.Text.Json;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Cli.Verbs.Paper;

/// <summary><c>finitencheck claims</c> on a ledger that is made up.</summary>
[Trait("Kind", "Cli")]
public sealed class ClaimsVerbTests : CliTest
{
    private static readonly string[] Header =
        ["id", "place", "statement", "verdict", "expected", "asExpected", "reason", "correction", "correctionVerdict", "correctionReason"];

    [Fact]
    public void Json_gives_every_claim_with_verdict_evidence_and_correction()
    {
        JsonElement root = Json("claims", "--format", "json");
        Assert.Equal(["outcome", "paper", "effort", "basis", "claims", "provenance"], Keys(root));
        Assert.Equal(["as expected", "quick"], new[] { "outcome", "effort" }.Select(key => root.GetProperty(key).GetString()));
        JsonElement claim = root.GetProperty("claims")[1];
        Assert.Equal(["id", "place", "statement", "verdict", "expected", "asExpected", "reason", "evidence", "correction"], Keys(claim));
        Assert.Equal(["T2", "refuted", "refuted"], new[] { "id", "verdict", "expected" }.Select(key => claim.GetProperty(key).GetString()));
        Assert.True(claim.GetProperty("asExpected").GetBoolean());
        Assert.Equal("What \"T2\" says: <1> | [2], of a_b * c.", claim.GetProperty("statement").GetString());
        Assert.Equal(["statement", "verdict", "reason", "evidence"], Keys(claim.GetProperty("correction")));
        Assert.Equal("confirmed", claim.GetProperty("correction").GetProperty("verdict").GetString());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("claims")[0].GetProperty("correction").ValueKind);
    }

    [Fact]
    public void Json_keeps_texts_numbers_and_what_does_not_exist_apart()
    {
        JsonElement evidence = Json("claims", "T1", "--format", "json").GetProperty("claims")[0].GetProperty("evidence")[0];
        Assert.Equal(["title", "columns", "rows"], Keys(evidence));
        JsonElement[] row = [.. evidence.GetProperty("rows")[0].EnumerateArray()];
        Assert.Equal(evidence.GetProperty("columns").GetArrayLength(), row.Length);
        Assert.Equal("here", row[0].GetString());
        Assert.Equal(Samples.Awkward(1), row[2].GetDouble());
        Assert.Equal(JsonValueKind.Null, evidence.GetProperty("rows")[1][2].ValueKind);
    }

    [Fact]
    public void Provenance_says_which_claims_with_which_effort()
    {
        JsonElement parameters = Json("claims", "T2", "T1", "--full", "--threads", "1", "--format", "json")
            .GetProperty("provenance")
            .GetProperty("parameters");
        Assert.Equal(
            ["claims", "T2, T1", "full", "1"],
            new[] { "verb", "ids", "effort", "threads" }.Select(key => parameters.GetProperty(key).GetString()));
    }

    [Fact]
    public void Csv_has_a_row_per_claim()
    {
        (int exit, string output, _) = Run(new FakeBackend(), "claims", "--format", "csv");
        string[] rows = output.Split('\n');
        Assert.Equal((0, 5), (exit, rows.Length));
        Assert.Equal(string.Join(',', Header), rows[0]);
        Assert.Equal(
            "T2,\"Theorem of T2, (1), (2)\",\"What \"\"T2\"\" says: <1> | [2], of a_b * c.\",refuted,refuted,yes,T2 was made up.,"
            + "The form of T2 that holds.,confirmed,The correction of T2 was made up.",
            rows[2]);
        Assert.EndsWith(",inconclusive,inconclusive,yes,T2-commutators was made up.,,,", rows[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Claims_that_are_named_are_checked_alone_in_that_order_and_shown_in_full()
    {
        (int exit, string output, string error) = Run(new FakeBackend(), "claims", "T2", "T1");
        Assert.Equal((0, ""), (exit, error));
        Assert.StartsWith("T2, Theorem of T2", output, StringComparison.Ordinal);
        Assert.Contains("\nT1, Theorem of T1", output, StringComparison.Ordinal);
        Assert.Contains("What holds: The form of T2 that holds.", output, StringComparison.Ordinal);
        Assert.Equal(3, output.Split("Numbers of no meaning").Length - 1);
        Assert.DoesNotContain("commutators", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ledger_shows_what_holds_in_place_of_refuted_claims_without_evidence()
    {
        string output = Run(new FakeBackend(), "claims").Output;
        Assert.Contains("What holds: The form of T2 that holds.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Numbers of no meaning", output, StringComparison.Ordinal);
        Assert.Contains("Everything came out as the ledger expects.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Verdict.Confirmed, "Otherwise than the ledger expects: X.", "(refuted was expected)")]
    [InlineData(Verdict.Inconclusive, "Inconclusive, where a decision was expected: X.", "(refuted was expected)")]
    public void What_the_ledger_does_not_expect_is_named(Verdict found, string closing, string heading)
    {
        FakeBackend backend = new() { Claims = [Samples.Claims[0], Samples.Claim("X", Verdict.Refuted, found, Verdict.Confirmed)] };
        string ledger = Run(backend, "claims").Output;
        Assert.All([closing, heading], text => Assert.Contains(text, ledger, StringComparison.Ordinal));
        Assert.Contains(heading, Run(backend, "claims", "X").Output, StringComparison.Ordinal);
        Assert.Contains(heading, Run(backend, "claims", "--format", "markdown").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claims", false)]
    [InlineData("claims --quick", false)]
    [InlineData("claims --full", true)]
    public void The_run_is_quick_unless_it_is_asked_to_be_full(string line, bool full)
    {
        FakeBackend backend = new();
        Assert.Equal(0, Run(backend, line.Split(' ')).Exit);
        Assert.Equal(full, backend.FullClaims);
    }

    [Fact]
    public void List_names_every_claim_with_its_place()
    {
        FakeBackend backend = new();
        (int exit, string output, _) = Run(backend, "claims", "--list");
        Assert.Equal((0, false), (exit, backend.Ran));
        Assert.Equal(
            [
                "T1              Theorem of T1, (1), (2)",
                "T2              Theorem of T2, (1), (2)",
                "T2-commutators  Theorem of T2-commutators, (1), (2)",
                "",
            ],
            output.ReplaceLineEndings("\n").Split('\n'));
    }

    [Fact]
    public void Out_gets_every_format()
    {
        string results = Path.Combine(Folder, "results");
        string shown = Run(new FakeBackend(), "claims", "--format", "markdown", "--out", results).Output;
        Assert.Equal(
            ["claims.csv", "claims.html", "claims.json", "claims.md", "claims.tex", "claims.txt"],
            Directory.GetFiles(results).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(shown, File.ReadAllText(Path.Combine(results, "claims.md")));
        Assert.Equal(Run(new FakeBackend(), "claims", "--format", "latex").Output, File.ReadAllText(Path.Combine(results, "claims.tex")));
        (int exit, _, string error) = Run(new FakeBackend(), "claims", "--out", results);
        Assert.Equal(2, exit);
        Assert.Contains("nothing is overwritten", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claims --format markdown", "`finitencheck claims --quick --format markdown`")]
    [InlineData("claims T2 T1 --full --format markdown", "`finitencheck claims T2 T1 --full --format markdown`")]
    public void The_page_says_how_it_was_made(string line, string command) =>
        Assert.Contains(command, Run(new FakeBackend(), line.Split(' ')).Output, StringComparison.Ordinal);

    [Fact]
    public void A_run_that_is_interrupted_between_claims_leaves_nothing()
    {
        using CancellationTokenSource cancellation = new();
        string results = Path.Combine(Folder, "results");
        (int exit, string output, string error) = Run(
            new FakeBackend { DuringClaims = cancellation.Cancel }, cancellation.Token, "claims", "--out", results);
        Assert.Equal((130, ""), (exit, output));
        Assert.Contains("Interrupted", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(results));
    }

    private static JsonElement Json(params string[] args)
    {
        (int exit, string output, string error) = Run(new FakeBackend(), args);
        Assert.Equal((0, ""), (exit, error));
        using JsonDocument document = JsonDocument.Parse(output);
        return document.RootElement.Clone();
    }

    private static string[] Keys(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];
}
