using System.Text.Json.Nodes;
using FiniteNCheck.Cli.Backends;
using FiniteNCheck.Reporting.Claims;
using FiniteNCheck.Reporting.Exact;
using FiniteNCheck.Reporting.Theory;
using FiniteNCheck.Reporting.Verify;
using FiniteNCheck.Tests.Cli;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Tests.Verification.Reference;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Sweeps;
using Xunit;

namespace FiniteNCheck.Tests.Reporting.Schemas;

/// <summary>What the program prints as JSON is what docs/schemas says, and nothing else would be.</summary>
public sealed class ResultSchemaTests : CliTest
{
    private static readonly string Model = Path.Combine(AppContext.BaseDirectory, "studies", "models", "two-large-spins.yaml");

    public static TheoryData<string> Names { get; } =
        ["exact", "theory", "spectrum", "steady", "gap", "verify", "status", "claims", "reference", "reference-list", "doctor"];

    [Theory]
    [Trait("Kind", "Cli")]
    [InlineData("exact", "exact MODEL --n 2 --times 0,0.5")]
    [InlineData("exact", "exact MODEL --n 40 --times 0.1 --tolerance 1e-6 --method window")]
    [InlineData("exact", "exact MODEL --n 2 --times 0,0.5 --two-time --weyl 1,0,0,0,0,0;0,0,0,0,1,0;0,0,0,0,0,0")]
    [InlineData("theory", "theory MODEL --times 0.5 --two-time --weyl 1,0,0,0,0,0;0,0,0,0,1,0;0,0,0,0,0,0")]
    [InlineData("exact", "exact MODEL --n 2,3 --times 0:1:0.5 --observables z.plus --set initial.plus[3]=0.5")]
    [InlineData("theory", "theory MODEL --times 0:8:1 --observables z.plus,x.minus --order 1 --n 50 --two-time")]
    [InlineData("theory", "theory MODEL --times 0.5,2")]
    [InlineData("theory", "theory MODEL --times 0.5 --drift printed")]
    [InlineData("theory", "theory MODEL --times 0.5 --order 1")]
    [InlineData("theory", "theory MODEL --times 0.5 --order 1 --n 100")]
    [InlineData("exact", "exact LEVELS --n 3 --times 0,0.5")]
    [InlineData("exact", "exact MODEL --n 2 --times 0,0.5 --space occupation")]
    [InlineData("theory", "theory LEVELS --times 0,0.5")]
    [InlineData("spectrum", "spectrum MODEL --n 2 --frequencies 0,1 --until 1")]
    [InlineData("steady", "steady MODEL --n 2")]
    [InlineData("steady", "steady MODEL --n 2,3")]
    [InlineData("gap", "gap MODEL --n 2 --modes 2")]
    [InlineData("gap", "gap MODEL --n 2,3")]
    [InlineData("claims", "claims E59 E64")]
    [InlineData("reference-list", "reference list --data DATA")]
    [InlineData("reference", "reference check gibbs-p2 --data DATA")]
    public void Computed_results_satisfy_their_schema(string schema, string line)
    {
        string[] args =
        [
            .. line.Split(' ')
                .Select(word =>
                    word switch
                    {
                        "MODEL" => Model,
                        "LEVELS" => Path.Combine(AppContext.BaseDirectory, "studies", "models", "potts.yaml"),
                        "DATA" => Path.Combine(RepositoryRoot.Path, "reference-data"),
                        _ => word,
                    }),
            "--format",
            "json",
        ];
        (_, string output, string error) = Run(new Backend(), args);
        Assert.True(output.Length > 0, error);
        Assert.Empty(SchemaFile.Problems(schema, JsonNode.Parse(output)!));
    }

    [Fact]
    [Trait("Kind", "Cli")]
    public void Data_that_differ_satisfy_the_schema_of_a_check()
    {
        using ReferenceFolder folder = new();
        (int exit, string output, _) = Run(
            new FakeBackend { ChangeReference = 1e-3 },
            "reference",
            "check",
            "gibbs-p2",
            "--data",
            folder.Copy().Folder,
            "--format",
            "json");
        Assert.Equal(1, exit);
        Assert.Empty(SchemaFile.Problems("reference", JsonNode.Parse(output)!));
        AssertDamagesAreSeen("reference", output);
    }

    [Fact]
    [Trait("Kind", "Cli")]
    public void A_verification_satisfies_its_schema() => AssertValid("verify", VerifyJson.Render(SampleReports.Verify));

    [Fact]
    [Trait("Kind", "Cli")]
    public void A_cell_of_a_sweep_satisfies_it_too()
    {
        StudyFinding cell = Samples.Study("made-up at T = 0.5") with { Cell = new SweepCell("made-up", [new SweepParameter("T", 0.5)]) };
        AssertValid("verify", VerifyJson.Render(new VerifyReport([cell], SampleReports.Provenance)));
    }

    [Fact]
    [Trait("Kind", "Cli")]
    public void A_ledger_satisfies_its_schema() => AssertValid("claims", ClaimsJson.Render(SampleReports.Claims));

    [Fact]
    [Trait("Kind", "Mutation")]
    public void A_key_too_few_or_too_many_or_a_wrong_type_does_not_pass()
    {
        string list = Run(
            new Backend(),
            "reference",
            "list",
            "--data",
            Path.Combine(RepositoryRoot.Path, "reference-data"),
            "--format",
            "json").Output;
        AssertDamagesAreSeen("exact", ExactJson.Render(SampleReports.Exact));
        AssertDamagesAreSeen("steady", Run(new FakeBackend(), "steady", ModelPath, "--n", "2", "--format", "json").Output);
        AssertDamagesAreSeen("gap", Run(new FakeBackend(), "gap", ModelPath, "--n", "2", "--modes", "4", "--format", "json").Output);
        AssertDamagesAreSeen("theory", TheoryJson.Render(SampleReports.Theory));
        AssertDamagesAreSeen("verify", VerifyJson.Render(new VerifyReport([Samples.Study("made-up")], SampleReports.Provenance)));
        AssertDamagesAreSeen("claims", ClaimsJson.Render(SampleReports.Claims));
        AssertDamagesAreSeen("reference-list", list);
        AssertDamagesAreSeen("status", SampleReports.Status.ToJson());
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [MemberData(nameof(Names))]
    public void A_schema_explains_every_key_and_shares_what_is_common(string name)
    {
        JsonNode schema = JsonNode.Parse(File.ReadAllText(Path.Combine(SchemaFile.Folder, $"{name}.schema.json")))!;
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema["$schema"]!.GetValue<string>());
        Assert.All(
            Properties(schema),
            property =>
                Assert.True(
                    property.Value["description"] is not null || property.Value["$ref"] is not null,
                    $"{property.Key} has no description"));
        JsonNode common = JsonNode.Parse(File.ReadAllText(Path.Combine(SchemaFile.Folder, "exact.schema.json")))!["$defs"]![
            "provenance"
        ]!;
        Assert.True(
            JsonNode.DeepEquals(common, schema["$defs"]!["provenance"]),
            "provenance is described otherwise than for exact");
        Assert.Contains(
            $"schemas/{name}.schema.json",
            File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "output.md")),
            StringComparison.Ordinal);
    }

    private static void AssertValid(string schema, string document) => Assert.Empty(SchemaFile.Problems(schema, JsonNode.Parse(document)!));

    private static void AssertDamagesAreSeen(string schema, string document)
    {
        AssertValid(schema, document);
        (string Damage, JsonNode Document)[] damaged = [.. DamagedDocuments.Of(document)];
        Assert.InRange(damaged.Length, 30, 500);
        Assert.All(
            damaged,
            damage =>
                Assert.True(SchemaFile.Problems(schema, damage.Document).Length > 0, $"{schema}: {damage.Damage} passes"));
    }

    private static IEnumerable<KeyValuePair<string, JsonNode>> Properties(JsonNode node) =>
        node switch
        {
            JsonObject members => members.SelectMany(member =>
                (
                    member.Key is "properties"
                        ? member.Value!.AsObject().Select(property => KeyValuePair.Create(property.Key, property.Value!))
                        : []).Concat(member.Value is { } value ? Properties(value) : [])),
            JsonArray items => items.SelectMany(item => item is null ? [] : Properties(item)),
            _ => [],
        };
}
