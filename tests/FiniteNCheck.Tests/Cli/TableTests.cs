using FiniteNCheck.Claims;
using FiniteNCheck.Cli;
using FiniteNCheck.Cli.Streams;
using FiniteNCheck.Reporting;
using FiniteNCheck.Reporting.Claims;
using FiniteNCheck.Reporting.Exact;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Reporting.Theory;
using FiniteNCheck.Reporting.Verify;
using FiniteNCheck.Tests.Reporting;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Theory;
using Xunit;

namespace FiniteNCheck.Tests.Cli;

/// <summary>Tables for people: plain when redirected, narrow enough, and with the verdicts first.</summary>
[Trait("Kind", "Cli")]
public sealed class TableTests : CliTest
{
    public static TheoryData<string> Lines { get; } =
    [
        "exact MODEL --n 3 --times 0.5,2",
        "theory MODEL --times 0.5,2",
        "theory MODEL --times 1 --drift printed",
        "verify",
        "claims",
        "claims T2 T1",
        "reference list --data REFERENCE",
        "reference check constant-rates --data REFERENCE",
        "exact MODEL --n 3 --times 1 --estimate",
    ];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Redirected_tables_are_plain_text_of_a_hundred_columns(string line)
    {
        (int exit, string output, _) = Run(new FakeBackend(), Args(line));
        Assert.Equal(0, exit);
        Assert.DoesNotContain('\u001b', output);
        Assert.All(output, c => Assert.True(c is '\n' or (>= ' ' and <= '~'), $"character {(int)c}"));
        Assert.All(output.Split('\n'), row => Assert.InRange(row.Length, 0, 100));
        Assert.EndsWith("\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Every_verb_works_at_every_width(string line)
    {
        for (int width = 20; width <= 200; width += 6)
        {
            using StringWriter output = new();
            ConsoleTraits traits = new(new TextStyle(Color: false, width), ErrorIsTerminal: true, TimeProvider.System)
            {
                ErrorWidth = width,
            };
            Assert.Equal(0, CommandLine.Run(Args(line), output, TextWriter.Null, traits, new FakeBackend()));
            Assert.All(output.ToString().Split('\n'), row => Assert.InRange(row.TrimEnd().Length, 0, width));
        }
    }

    [Fact]
    public void Colour_appears_where_it_is_allowed()
    {
        using StringWriter output = new();
        ConsoleTraits traits = new(new TextStyle(Color: true, Width: 120), ErrorIsTerminal: false, TimeProvider.System);
        Assert.Equal(0, CommandLine.Run(["verify"], output, TextWriter.Null, traits, new FakeBackend()));
        Assert.Contains("\u001b[", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Verdicts_come_first_and_refuted_elements_before_the_others()
    {
        (_, string output, _) = Run(new FakeBackend(), "verify", "retrieval");
        string[] parts =
        [
            "covariance-printed  refuted ",
            "covariance-printed: ",
            "z.plus,z.plus  ",
            "y.plus,z.minus  ",
            "x.plus,z.minus  ",
            "mean-field: ",
            "Everything came out",
        ];
        int[] places = [.. parts.Select(part => output.LastIndexOf(part, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Theory]
    [InlineData("exact-table")]
    [InlineData("theory-table")]
    [InlineData("verify-table")]
    [InlineData("claims-table")]
    [InlineData("claims-in-full-table")]
    [InlineData("claims-markdown")]
    [InlineData("claims-latex")]
    [InlineData("verify-markdown")]
    [InlineData("verify-latex")]
    public void A_table_looks_as_it_did_when_it_was_accepted(string name)
    {
        string received = name switch
        {
            "exact-table" => ExactTable.Render(
                new ExactReport(Samples.NotEntire, Samples.Exact(3, [0.5, 2]), 1e-12, Provenance), TextStyle.Plain),
            "theory-table" => TheoryTable.Render(
                new TheoryReport(Samples.Model, Samples.Theory([0.5], Drift.Frozen), Provenance), TextStyle.Plain),
            "claims-table" => ClaimsTable.Render(Claims, TextStyle.Plain),
            "claims-in-full-table" => ClaimsTable.RenderInFull(Claims, TextStyle.Plain),
            "claims-markdown" => ClaimsMarkdown.Render(Claims),
            "claims-latex" => ClaimsLatex.Render(Claims),
            "verify-markdown" => VerifyMarkdown.Render(Verification),
            "verify-latex" => VerifyLatex.Render(Verification),
            _ => VerifyTable.Render(Verification, TextStyle.Plain),
        };

        // To accept a change, look at the received file and rename it to the verified one.
        string verified = Path.Combine(RepositoryRoot.Path, "tests", "FiniteNCheck.Tests", "Cli", $"{name}.verified.txt");
        string accepted = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : "";
        if (!string.Equals(accepted, received, StringComparison.Ordinal))
        {
            File.WriteAllText(verified.Replace(".verified.", ".received.", StringComparison.Ordinal), received);
        }

        Assert.Equal(accepted, received);
    }

    [Fact]
    public void A_rate_that_is_not_entire_is_named_in_every_format()
    {
        FakeBackend backend = new() { Model = Samples.NotEntire };
        Assert.All(
            ["table", "json", "csv"],
            format =>
            {
                (int exit, string output, string error) = Run(backend, [.. Args("exact MODEL --n 3 --times 1 --format"), format]);
                Assert.Equal(0, exit);
                Assert.Contains(
                    format switch
                    {
                        "csv" => "does not hold",
                        _ => "Assumption 1 does not hold",
                    },
                    output,
                    StringComparison.Ordinal);
                Assert.Contains("warning: Assumption 1 does not hold", error, StringComparison.Ordinal);
            });
    }

    private static VerifyReport Verification =>
        new([Samples.Study("retrieval")], Provenance with { Parameters = [("verb", "verify"), ("studies", "retrieval")] });

    private static ClaimsReport Claims => new(
        Samples.Paper,
        ClaimRunner.Run(Samples.Claims, Effort.Quick),
        Asked: [],
        Effort.Quick,
        Provenance with { Parameters = [("verb", "claims"), ("effort", "quick")] });

    private static Provenance Provenance => SampleReports.Provenance with { Parameters = [] };

    private string[] Args(string line) =>
    [
        .. line.Split(' ')
            .Select(word =>
                word switch
                {
                    "MODEL" => ModelPath,
                    "REFERENCE" => Path.Combine(RepositoryRoot.Path, "reference-data"),
                    _ => word,
                }),
    ];
}
