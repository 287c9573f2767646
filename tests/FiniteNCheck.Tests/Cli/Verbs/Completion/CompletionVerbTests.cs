using FiniteNCheck.Cli;
using FiniteNCheck.Tests.Verification.Reference;
using Xunit;

namespace FiniteNCheck.Tests.Cli.Verbs.Completion;

/// <summary>What can stand in place of a word: everything that the grammar has, and nothing that it refuses.</summary>
[Trait("Kind", "Cli")]
public sealed class CompletionVerbTests : CliTest
{
    public static TheoryData<string> VerbNames => [.. CommandLine.AllVerbs.Select(verb => verb.Name)];

    [Fact]
    public void First_comes_a_verb()
    {
        Assert.Equal(CommandLine.AllVerbs.Select(verb => verb.Name), Words(""));
        Assert.Equal(["--help", "--version"], Words("-"));
        Assert.Equal(["report", "reference"], Words("re"));
    }

    [Theory]
    [MemberData(nameof(VerbNames))]
    public void Every_option_of_a_verb_appears_until_it_is_given(string name)
    {
        string[] options =
        [
            .. CommandLine.AllVerbs
                .Single(verb => verb.Name.Equals(name, StringComparison.Ordinal))
                .OwnOptions.Select(option => option.Name),
            "--help",
        ];
        Assert.Equal(options, Words("--", name));
        Assert.All(options, option => Assert.Contains(option, Words(option, name)));
        Assert.All(options, option => Assert.DoesNotContain(option, Words("--", name, option, "x")));
    }

    /// <summary>The oracle is the message about a value that is not allowed.</summary>
    [Theory]
    [InlineData("init name", "--kind")]
    [InlineData("exact MODEL --n 3 --times 1", "--method")]
    [InlineData("exact MODEL --n 3 --times 1", "--representation")]
    [InlineData("exact MODEL --n 3 --times 1", "--format")]
    [InlineData("theory MODEL --times 1", "--drift")]
    [InlineData("theory MODEL --times 1", "--format")]
    [InlineData("verify", "--format")]
    [InlineData("claims", "--format")]
    [InlineData("gap MODEL --n 3", "--linear-algebra")]
    [InlineData("reference check", "--format")]
    public void The_values_of_an_option_are_those_that_it_allows(string line, string option)
    {
        string[] words = [.. line.Split(' ').Select(word => word is "MODEL" ? ModelPath : word)];
        string error = Run(new FakeBackend(), [.. words, option, "nonsense"]).Error;
        string allowed = error.Split($"{option} is 'nonsense': allowed are ")[1].Split('.')[0];
        Assert.Equal(allowed.Split(", ").Order(StringComparer.Ordinal), Words("", [.. words, option]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("verify", "paramagnetic,retrieval,zero-field,:files")]
    [InlineData("verify retrieval my-study.yaml", "paramagnetic,zero-field,:files")]
    [InlineData("verify --format json", "paramagnetic,retrieval,zero-field,:files")]
    [InlineData("figures", "2,3,B1")]
    [InlineData("figures 3 --grid 12x8", "2,B1")]
    [InlineData("exact", ":files")]
    [InlineData("theory model.yaml --times 1", ":files")]
    [InlineData("report", ":files")]
    [InlineData("exact model.yaml --n", "")]
    [InlineData("exact model.yaml --out", ":folders")]
    [InlineData("reference --data", ":folders")]
    [InlineData("reference", "list,check,regenerate,accept")]
    [InlineData("reference list", "")]
    [InlineData("init", "")]
    [InlineData("completion", "bash,zsh,fish,powershell")]
    [InlineData("completion bash", "")]
    [InlineData("nonsense", "")]
    [InlineData("verify --nonsense", "paramagnetic,retrieval,zero-field,:files")]
    public void The_words_after_a_line(string line, string expected) =>
        Assert.Equal(expected, string.Join(',', Words("", line.Split(' '))));

    [Fact]
    public void Claims_and_reference_sets_are_those_there_are()
    {
        Assert.Equal([.. Samples.Claims.Select(claim => claim.Id), "curie-weiss", ":files"], Words("", "claims"));
        Assert.Equal(["T1", "T2-commutators"], Words("T", "claims", "T2"));
        using ReferenceFolder folder = new();
        string data = folder.Copy().Folder;
        Assert.Contains("gibbs-p2", Words("gi", "reference", "--data", data, "check"));
        Assert.DoesNotContain("gibbs-p2", Words("gi", "reference", "--data", data, "check", "gibbs-p2"));
        Assert.Empty(Words("", "reference", "--data", Folder, "check"));
    }

    [Fact]
    public void A_word_comes_with_its_meaning()
    {
        string output = Run(new FakeBackend(), "completion", "words", "--current=--dr", "--", "theory").Output;
        Assert.Equal(
            "--drift\tDrift of the covariance: full (Jacobian of the mean-field flow) or printed (the same with rates frozen)\n",
            output);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("powershell")]
    public void A_script_says_where_it_goes_and_calls_the_program(string shell)
    {
        (int exit, string output, string error) = Run(new FakeBackend(), "completion", shell);
        Assert.Equal((0, ""), (exit, error));
        Assert.Contains($"finitencheck completion {shell}", output.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains("completion words \"--current=$", output, StringComparison.Ordinal);
    }

    private static string[] Words(string current, params string[] before)
    {
        (int exit, string output, string error) = Run(new FakeBackend(), ["completion", "words", $"--current={current}", "--", .. before]);
        Assert.Equal((0, ""), (exit, error));
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')[0])];
    }
}
