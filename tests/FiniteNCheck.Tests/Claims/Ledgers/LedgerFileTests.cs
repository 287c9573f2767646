using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Ledgers;
using FiniteNCheck.Files;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Claims.Ledgers;

[Trait("Kind", "Unit")]
public sealed class LedgerFileTests : IDisposable
{
    private const string Model = """
        name: decay
        parameters: { g: 0.5 }
        blocks: [{ name: all, share: 1 }]
        jumps: [{ block: all, operator: lower, rate: { squared: "g" } }]
        initial: { all: [0, 0, 1] }
        """;

    private const string StudyFile = """
        name: decay
        model: model.yaml
        ladder: [4, 6, 8, 12]
        times: [1]
        predictions:
          - { name: decay, formulas: { z.all: "2*exp(-g*t) - 1" }, expect: confirmed }
          - { name: twice-as-fast, formulas: { z.all: "2*exp(-2*g*t) - 1" }, expect: refuted }
        """;

    private const string Valid = """
        paper: A. Author (2000)
        reference: J. Phys. 1, 2
        claims:
          - { id: A1, place: eq. (1), statement: Decay., study: study.yaml, prediction: decay, expect: confirmed }
          - id: A2
            place: eq. (2)
            statement: Decay at twice the rate.
            study: study.yaml
            prediction: twice-as-fast
            expect: refuted
            instead: { statement: Decay., prediction: decay }
          - id: A3
            place: eq. (3)
            statement: The same, in the ledger itself.
            study:
              name: inside
              model: model.yaml
              ladder: [4, 6, 8, 12]
              times: [0.5, 1]
              predictions: [{ prediction: mean-field, expect: confirmed }]
            expect: confirmed
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("finitencheck-ledger-");

    [Fact]
    public void A_ledger_is_read_and_decided()
    {
        Paper paper = Load(Valid);

        Assert.Equal("A. Author (2000), J. Phys. 1, 2", paper.Edition);
        Assert.Equal(["A1", "A2", "A3"], paper.Claims.Select(claim => claim.Id));
        ClaimResult[] results = [.. ClaimRunner.Run(paper.Claims, Effort.Quick)];
        Assert.All(results, result => Assert.True(result.IsAsExpected, result.Finding.Reason));
        Assert.Equal(
            [Verdict.Confirmed, Verdict.Refuted, Verdict.Confirmed], results.Select(result => result.Finding.Verdict));
        Assert.Equal(Verdict.Confirmed, results[1].Correction?.Verdict);
        Assert.All(results, result => Assert.NotEmpty(result.Finding.Evidence));
    }

    [Fact]
    [Trait("Kind", "Mutation")]
    public void A_claim_expected_otherwise_does_not_come_out_as_expected()
    {
        Paper paper =
            Load(Valid.Replace("prediction: decay, expect: confirmed", "prediction: decay, expect: refuted", StringComparison.Ordinal));

        Assert.False(ClaimRunner.Run(paper.Claims, Effort.Quick)[0].IsAsExpected);
    }

    [Theory]
    [InlineData("paper: A. Author (2000)\n", "", ":1: paper: ", "Add 'paper")]
    [InlineData("paper:", "papper:", ":1: papper: ", "Did you mean 'paper'?")]
    [InlineData("id: A3", "id: A1", ":3: claims: ", "two claims 'A1'")]
    [InlineData("id: A3", "id: A 3", ":12: claims[3].id: ", "letters, digits")]
    [InlineData("{ id: A1, ", "{ ", ":4: claims[1].id: ", "Add 'id")]
    [InlineData("place: eq. (2)\n    ", "", ":5: claims[2].place: ", "Add 'place")]
    [InlineData("study: study.yaml, prediction: decay", "study: other.yaml", ":4: claims[1].study: ", "there is no file")]
    [InlineData("prediction: twice-as-fast", "prediction: twice-as-fat", ":9: claims[2].prediction: ", "Did you mean 'twice-as-fast'?")]
    [InlineData("prediction: twice-as-fast", "prediction: []", ":9: claims[2].prediction: ", "Name one")]
    [InlineData("    prediction: twice-as-fast\n", "", ":8: claims[2].study: ", "the key 'prediction' beside it")]
    [InlineData("expect: refuted", "expect: wrong", ":10: claims[2].expect: ", "confirmed or refuted or inconclusive")]
    [InlineData("instead: { statement: Decay., ", "instead: { ", ":11: claims[2].instead.statement: ", "Add 'statement")]
    [InlineData("ladder: [4, 6, 8, 12]\n      times", "ladder: [4, 6, 8]\n      times", ":18: claims[3].study.ladder: ", "at least 4")]
    public void A_bad_ledger_is_refused_in_one_line_that_names_place_finding_and_remedy(string good, string bad, string place, string says)
    {
        Assert.Contains(good, Valid, StringComparison.Ordinal);

        InputFileException error =
            Assert.Throws<InputFileException>(() => Load(Valid.Replace(good, bad, StringComparison.Ordinal)));

        Assert.Contains("ledger.yaml" + place, error.Message, StringComparison.Ordinal);
        Assert.Contains("found ", error.Message, StringComparison.Ordinal);
        Assert.Contains("allowed: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void A_ledger_without_claims_is_refused() =>
        Assert.Contains(
            "at least one claim",
            Assert.Throws<InputFileException>(() => Load("paper: a\nclaims: []")).Message,
            StringComparison.Ordinal);

    public void Dispose() => folder.Delete(recursive: true);

    private Paper Load(string ledger)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "model.yaml"), Model);
        File.WriteAllText(Path.Combine(folder.FullName, "study.yaml"), StudyFile);
        string path = Path.Combine(folder.FullName, "ledger.yaml");
        File.WriteAllText(path, ledger);
        return LedgerReader.Load(path);
    }
}
