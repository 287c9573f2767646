using System.Text.RegularExpressions;
using FiniteNCheck.Cli;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Tests.Verification.Reference;
using Xunit;

namespace FiniteNCheck.Tests.Docs;

/// <summary>README.md and every page under docs: their commands run, their files load, and what they show as output is printed.</summary>
[Collection(WorkingDirectory.Name)]
public sealed partial class DocumentationTests
{
    private const string Model = """
        ```yaml
        name: small
        blocks: [{ name: all, share: 1 }]
        jumps: [{ block: all, operator: lower, rate: { polynomial: [0.5] } }]
        initial: { all: [0, 0, 1] }
        ```

        """;

    /// <summary>The spins of the model above fall at rate 1/4: m_z = 2 exp(-t/4) - 1.</summary>
    private const string Printed = """
            finitencheck exact small.yaml --n 2 --times 1

        ```text
        Exact moments of small at n = 2: ...
        ...
         1  0.000000  0.000000  0.557602
        ...
        ```

        """;

    /// <summary>The pages with blocks; those with snippets or scripts of Python have tests of their own, where there is Python.</summary>
    public static TheoryData<string> Pages =>
    [
        .. DocumentPage.Names
            .Select(DocumentPage.Read)
            .Where(page => page.Blocks.Count > 0 && !(page.HasPython && WitnessFactAttribute.Python is not null))
            .Where(page => !(page.HasScripts && PythonFactAttribute.IsInstalled))
            .Select(page => page.Name)
            .Where(name => name is not Longest),
    ];

    // It runs two dozen claims of the ledger, some to N = 128.
    private const string Longest = "docs/theorem-2.md";

    [Theory]
    [Trait("Kind", "Regression")]
    [MemberData(nameof(Pages))]
    public void Everything_that_a_page_shows_works(string name) => AssertSound(DocumentRunner.Problems(DocumentPage.Read(name)));

    [Fact]
    [Trait("Kind", "Regression")]
    [Trait("Speed", "Slow")]
    public void So_does_the_longest() => AssertSound(DocumentRunner.Problems(DocumentPage.Read(Longest)));

    [WitnessFact]
    [Trait("Kind", "Regression")]
    [Trait("Speed", "Slow")]
    public void Everything_that_a_page_with_Python_shows_works()
    {
        DocumentPage[] pages = [.. DocumentPage.Names.Select(DocumentPage.Read).Where(page => page.HasPython)];
        Assert.NotEmpty(pages);
        AssertSound([.. pages.SelectMany(page => DocumentRunner.Problems(page, WitnessFactAttribute.Python))]);
    }

    [PythonFact]
    [Trait("Kind", "Regression")]
    public void Everything_that_a_page_with_scripts_shows_works()
    {
        DocumentPage[] pages = [.. DocumentPage.Names.Select(DocumentPage.Read).Where(page => page.HasScripts)];
        Assert.NotEmpty(pages);
        AssertSound([.. pages.SelectMany(page => DocumentRunner.Problems(page))]);
    }

    /// <summary>Commands inside sentences and tables, which have placeholders: the verb is there, and so are its options.</summary>
    [Fact]
    [Trait("Kind", "Regression")]
    public void Every_command_that_is_mentioned_exists()
    {
        string[] mentioned =
        [
            .. DocumentPage.Names
                .SelectMany(name => Mention().Matches(DocumentPage.Read(name).Prose).Select(match => match.Groups["command"].Value))
                .Distinct(StringComparer.Ordinal),
        ];
        Assert.True(mentioned.Length >= 10, $"only {mentioned.Length} commands found");
        Assert.Empty(mentioned.SelectMany(Unknown));
    }

    [Fact]
    [Trait("Kind", "Mutation")]
    public void A_sound_page_has_no_problem() => AssertSound(Problems(Model + Printed));

    [Theory]
    [Trait("Kind", "Mutation")]
    [InlineData("    finitencheck exat small.yaml --n 2 --times 1\n", "'exat' is not a verb")]
    [InlineData("    finitencheck exact small.yaml --n 2 --time 1\n", "has no option '--time'")]
    [InlineData("    finitencheck exact smal.yaml --n 2 --times 1\n", "does not exist")]
    [InlineData("    finitencheck exact small.yaml --n 2 --times 1   # exit status 2\n", "ends with exit status 0, and not 2")]
    [InlineData("    finitencheck claims --ful   # an hour\n", "has no option '--ful'")]
    [InlineData("    finitencheck claims T3   # an hour\n", "T3")]
    [InlineData("    finitencheck verify tilted-channels --large   # minutes\n", "no large ladder")]
    [InlineData("```sh\nfinitencheck verify --list\n```\n\n```text\nparamagnetic\n...\n```\n", "obtained 'paramagnetic (default)'")]
    [InlineData(
        "```sh\nfinitencheck claims --full   # an hour\n```\n```text\n...\n```\n```sh\nmake install\n```\n",
        "no test knows how to run 'make install'")]
    [InlineData("    dotnet pack -c Release -o packages src/FiniteNCheck.Tool\n", "'src/FiniteNCheck.Tool' does not exist")]
    [InlineData(
        "    finitencheck exact small.yaml --n 2 --times 1\n    sed -i 's/lift/raise/' small.yaml\n",
        "'lift' does not stand in small.yaml")]
    [InlineData("```yaml\nname: other\nblocks: []\n```\n", "blocks")]
    [InlineData(
        "```yaml\nname: study\nmodel: missing.yaml\nladder: [2, 3, 4, 5]\ntimes: [1]\npredictions: [{ prediction: mean-field, expect: "
        + "confirmed }]\n```\n",
        "missing.yaml")]
    [InlineData("```ruby\nputs 1\n```\n", "no test knows what to do with a block of 'ruby'")]
    public void A_doctored_page_fails(string block, string problem) =>
        Assert.Contains(problem, Assert.Single(Problems(Model + "\n" + block)), StringComparison.Ordinal);

    [Theory]
    [Trait("Kind", "Mutation")]
    [InlineData("0.557602", "0.557603")]
    [InlineData("n = 2: ...", "n = 3: ...")]
    [InlineData("n = 2: ...", "n = 2:")]
    public void Output_that_is_not_printed_fails(string shown, string doctored) =>
        Assert.Contains(
            doctored,
            Assert.Single(Problems(Model + Printed.Replace(shown, doctored, StringComparison.Ordinal))),
            StringComparison.Ordinal);

    [Theory]
    [Trait("Kind", "Mutation")]
    [InlineData("finitencheck unknown", "unknown")]
    [InlineData("finitencheck exact MODEL --estimates", "--estimates")]
    public void A_doctored_mention_fails(string command, string word) =>
        Assert.Contains(word, Assert.Single(Unknown(command)), StringComparison.Ordinal);

    private static void AssertSound(IReadOnlyList<string> problems) => Assert.True(problems.Count == 0, string.Join('\n', problems));

    private static IReadOnlyList<string> Problems(string text) => DocumentRunner.Problems(new DocumentPage("a page", text));

    private static IEnumerable<string> Unknown(string command)
    {
        string[] words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] verb =
            words is [_, var first, ..]
            && !first.StartsWith('-')
            && !string.Equals(first, first.ToUpperInvariant(), StringComparison.Ordinal)
                ? [first]
                : [];
        using StringWriter help = new();
        if (CommandLine.Run([.. verb, "--help"], help, TextWriter.Null) != ExitCode.Success)
        {
            return [$"{command}: there is no verb {words[1]}"];
        }

        return words
            .Where(word => word.StartsWith("--", StringComparison.Ordinal) && !OptionIn(help.ToString(), word))
            .Select(word => $"{command}: there is no option {word}");
    }

    private static bool OptionIn(string help, string option) =>
        Regex.IsMatch(help, $@"(^|\s){Regex.Escape(option)}(,|\s|$)", RegexOptions.Multiline, TimeSpan.FromSeconds(1));

    [GeneratedRegex("`(?<command>finitencheck( [^`]+)?)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mention();
}
