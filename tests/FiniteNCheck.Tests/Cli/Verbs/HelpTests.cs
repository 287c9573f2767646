using System.Text.RegularExpressions;
using FiniteNCheck.Cli;
using FiniteNCheck.Tests.Verification.Reference;
using Xunit;

namespace FiniteNCheck.Tests.Cli.Verbs;

/// <summary>Help goes to standard output, with examples that the program itself accepts.</summary>
[Trait("Kind", "Cli")]
public sealed class HelpTests : CliTest
{
    [Theory]
    [InlineData("--help", "init,exact,theory,verify,claims,figures,reference,completion,Exit status")]
    [InlineData("init --help", "NAME,--kind K,--out DIR")]
    [InlineData("-h", "exact,theory,verify")]
    [InlineData("exact --help", "MODEL,--n N,--times,--tolerance,--threads,--linear-algebra,--memory-limit,--format,--out")]
    [InlineData("exact broken --n x --help", "--n N")]
    [InlineData("steady --help", "MODEL,--n N,--tolerance,--representation,--quantities,--estimate,--format,--out")]
    [InlineData("gap --help", "MODEL,--n N,--modes K,--estimate,--format,--out")]
    [InlineData("theory -h", "MODEL,--times,--drift D,--watch,--format,--out")]
    [InlineData("verify --help", "STUDY,--list,--format,markdown,latex,--out")]
    [InlineData("slurm --help", "STUDY,--out DIR,--run DIR,--tasks K,--cpus C,--large,--sbatch WORDS,--submit")]
    [InlineData("report --help", "RESULT,--out DIR,results/verify.json")]
    [InlineData("claims --help", "ID,--quick,--full,--list,--threads,--linear-algebra,--format,markdown,latex,--out")]
    [InlineData("figures --help", "FIGURE,--out DIR,--grid K,--finite-n,--finite-grid,--threads")]
    [InlineData("reference --help", "list,check,regenerate,accept,--data DIR,--all,--threads,--linear-algebra,--format,--out")]
    [InlineData("doctor --help", "NONE,--format,--out")]
    [InlineData("completion --help", "SHELL,bash,zsh,fish,powershell,--current WORD")]
    public void Help_names_everything_and_has_examples(string line, string words)
    {
        (int exit, string output, string error) = Run(new FakeBackend(), line.Split(' '));
        Assert.Equal((0, ""), (exit, error));
        Assert.All(words.Split(','), word => Assert.Contains(word, output, StringComparison.Ordinal));
        Assert.Contains("Examples:\n  finitencheck ", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), row => Assert.InRange(row.Length, 0, 110));
    }

    [Fact]
    public void Every_example_of_the_help_runs()
    {
        (_, string output, _) = Run(new FakeBackend(), "--help");
        string[] pages =
        [
            output,
            .. CommandLine.AllVerbs.Select(verb => verb.Name).Select(verb => Run(new FakeBackend(), verb, "--help").Output),
        ];
        string[] examples =
        [
            .. pages
                .SelectMany(page => page.Split('\n'))
                .Where(row =>
                    row.StartsWith("  finitencheck ", StringComparison.Ordinal)
                    && !row.Contains("T1", StringComparison.Ordinal)
                    && !row.Contains('[')),
        ];
        string[] runnable =
        [
            .. examples.Where(row =>
                !row.Contains("VERB", StringComparison.Ordinal)
                && !row.Contains("RESULT", StringComparison.Ordinal)
                // It needs the result of a sweep: DataCollapseTests run it.
                && !row.Contains(" collapse ", StringComparison.Ordinal)
                && !row.Contains("--submit", StringComparison.Ordinal)),
        ];
        Assert.True(runnable.Length >= 10, $"only {runnable.Length} examples found");
        using ReferenceFolder folder = new();
        string data = folder.Copy().Folder;
        string verified = Path.Combine(Folder, "verified");
        string run = Path.Combine(Folder, "run");
        string quantities = Path.Combine(Folder, "quantities.yaml");
        File.WriteAllText(quantities, "quantities: { spins: \"N\" }");
        Assert.Equal(0, Run(new FakeBackend(), "verify", "--out", verified, "--run", run).Exit);
        for (int index = 0; index < runnable.Length; index++)
        {
            string[] more =
                runnable[index].Contains(" reference ", StringComparison.Ordinal) ? ["--data", data]
                : runnable[index].Contains(" init ", StringComparison.Ordinal)
                && !runnable[index].Contains("--out", StringComparison.Ordinal)
                    ? ["--out", Path.Combine(Folder, $"results-{index}")]
                : [];
            string[] args = [.. Words(runnable[index]).Skip(1).Select((word, i) =>
                word is "my-study.yaml" && runnable[index].Contains("--quantities", StringComparison.Ordinal) ? quantities
                : word.EndsWith(".yaml", StringComparison.Ordinal) ? ModelPath
                : word is "results/verify.json" ? Path.Combine(verified, "verify.json")
                : word is "run" && i > 0 ? run
                : word is "results" or "sweep" || (i > 0 && word is "report") ? Path.Combine(Folder, $"results-{index}")
                : word), .. more];

            // A watch goes on until it is interrupted.
            using CancellationTokenSource interrupt = new();
            bool watches = args.Contains("--watch", StringComparer.Ordinal);
            if (watches)
            {
                interrupt.CancelAfter(TimeSpan.FromSeconds(0.5));
            }

            (int exit, _, string error) = Run(new FakeBackend(), interrupt.Token, args);
            Assert.True(exit == (watches ? 130 : 0), $"{runnable[index]}: {error}");
        }
    }

    [Fact]
    public void Version_is_one_line()
    {
        (int exit, string output, string error) = Run(new FakeBackend(), "--version");
        Assert.Equal((0, ""), (exit, error));
        Assert.Matches(@"^finitencheck \d+\.\d+\.\d+\S*\r?\n$", output);
    }

    [Fact]
    public void List_names_the_bundled_studies_and_marks_the_default_ones()
    {
        (int exit, string output, _) = Run(new FakeBackend(), "verify", "--list");
        Assert.Equal(0, exit);
        Assert.Equal(["paramagnetic (default)", "retrieval (default)", "zero-field", ""], output.ReplaceLineEndings("\n").Split('\n'));
    }

    [Fact]
    public void Without_an_argument_verify_runs_the_default_studies()
    {
        (_, string output, _) = Run(new FakeBackend(), "verify");
        Assert.Contains("Study paramagnetic", output, StringComparison.Ordinal);
        Assert.Contains("Study retrieval", output, StringComparison.Ordinal);
        Assert.DoesNotContain("zero-field", output, StringComparison.Ordinal);
    }

    // As a shell splits them, as far as double quotes go.
    private static IEnumerable<string> Words(string line) =>
        Regex.Matches(line, "\"[^\"]*\"|[^ ]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value.Trim('"'));
}
