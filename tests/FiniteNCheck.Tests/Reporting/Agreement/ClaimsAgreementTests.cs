using System.Collections.Immutable;
using System.Text.Json.Nodes;
using FiniteNCheck.Claims;
using FiniteNCheck.Reporting.Claims;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Reporting.Agreement;

/// <summary>The ledger shows the same numbers and words in every format, to the digits that each prints.</summary>
public sealed class ClaimsAgreementTests
{
    public static TheoryData<string> Formats { get; } = [.. ClaimsAgreement.Formats];

    [Theory]
    [Trait("Kind", "CrossCheck")]
    [MemberData(nameof(Formats))]
    public void Every_format_prints_the_numbers_of_the_json(string format) =>
        Assert.Empty(
            ClaimsAgreement.Differences(
                format,
                ClaimsAgreement.Render(format, SampleReports.Claims),
                ClaimsJson.Render(SampleReports.Claims)));

    [Theory]
    [Trait("Kind", "Mutation")]
    [MemberData(nameof(Formats))]
    public void A_format_with_one_other_number_is_found_out(string format)
    {
        // Every number of the first table of every claim in turn: rounding errors are printed with one digit and are
        // doubled, the rest is moved by two percent.
        ClaimsReport report = SampleReports.Claims;
        string json = ClaimsJson.Render(report);
        var places =
            from claim in Enumerable.Range(0, report.Results.Length)
            from column in Enumerable.Range(0, report.Results[claim].Finding.Evidence[0].Columns.Length)
            let cell = report.Results[claim].Finding.Evidence[0].Rows[0][column]
            where cell.Text is null && cell.Number != 0 && double.IsFinite(cell.Number)
            select (claim, column, changed: cell.Number * (Math.Abs(cell.Number) < 1e-9 ? 3 : 1.02));
        Assert.NotEmpty(places);
        Assert.All(
            places,
            place =>
            {
                ClaimsReport changed = report with
                {
                    Results = report.Results.SetItem(
                        place.claim,
                        WithCell(report.Results[place.claim], place.column, place.changed)),
                };
                Assert.Single(ClaimsAgreement.Differences(format, ClaimsAgreement.Render(format, changed), json));
            });
    }

    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void Csv_has_the_words_of_the_json()
    {
        JsonNode[] claims = [.. JsonNode.Parse(ClaimsJson.Render(SampleReports.Claims))!["claims"]!.AsArray().OfType<JsonNode>()];
        Assert.Equal(
            claims.Select(claim =>
                string.Join(
                    '\n',
                    new[]
                    {
                        claim["id"],
                        claim["place"],
                        claim["statement"],
                        claim["verdict"],
                        claim["expected"],
                        claim["reason"],
                        claim["correction"]?["statement"],
                        claim["correction"]?["verdict"],
                        claim["correction"]?["reason"],
                    }.Select(text => $"{text}"))),
            CsvRows
                .Of(ClaimsCsv.Render(SampleReports.Claims))
                .Skip(1)
                .Select(row => string.Join('\n', [.. row[..5], .. row[6..]])));
    }

    private static ClaimResult WithCell(ClaimResult result, int column, double number)
    {
        Evidence evidence = result.Finding.Evidence[0];
        ImmutableArray<Cell> row = evidence.Rows[0].SetItem(column, number);
        return result with
        {
            Finding = result.Finding with
            {
                Evidence = result.Finding.Evidence.SetItem(0, evidence with { Rows = evidence.Rows.SetItem(0, row) }),
            },
        };
    }
}
