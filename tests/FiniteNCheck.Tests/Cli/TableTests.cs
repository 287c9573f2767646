using FiniteNCheck.Cli;
using FiniteNCheck.Reporting;
using Xunit;

namespace FiniteNCheck.Tests.Cli;

/// <summary>Tables for people: plain when redirected, narrow enough, and with the verdicts first.</summary>
[Trait("Kind", "Cli")]
public sealed class TableTests : CliTest
{
    public static TheoryData<string> Lines { get; } = ["exact MODEL --n 3 --times 0.5,2", "theory MODEL --times 0.5,2", "theory MODEL --times 1 --drift printed", "verify"];

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
        string[] parts = ["covariance-printed  refuted", "mean-field was made up.", "z.plus,z.plus ", "y.plus,z.minus ", "x.plus,z.minus ", "Everything came out"];
        int[] places = [.. parts.Select(part => output.LastIndexOf(part, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Verify_table_looks_as_it_should()
    {
        VerifyReport report = new([Samples.Study("retrieval")], Provenance);
        Assert.Equal(Verify, VerifyTable.Render(report, TextStyle.Plain));
    }

    [Fact]
    public void A_rate_that_is_not_entire_is_named_in_every_format()
    {
        FakeBackend backend = new() { Model = Samples.NotEntire };
        Assert.All(["table", "json", "csv"], format =>
        {
            (int exit, string output, string error) = Run(backend, [.. Args("exact MODEL --n 3 --times 1 --format"), format]);
            Assert.Equal(0, exit);
            Assert.Contains(format switch { "csv" => "does not hold", _ => "Assumption 1 does not hold" }, output, StringComparison.Ordinal);
            Assert.Contains("warning: Assumption 1 does not hold", error, StringComparison.Ordinal);
        });
    }

    private const string Verify = "to be filled in";

    private static Provenance Provenance => new()
    {
        Program = "finitencheck",
        Version = "0.0.0",
        Commit = "0123456789abcdef",
        Runtime = ".NET",
        InstructionSet = "none",
        Threads = 2,
        Parameters = [],
    };

    private string[] Args(string line) => [.. line.Split(' ').Select(word => word is "MODEL" ? ModelPath : word)];
}
