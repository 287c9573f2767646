using System.Collections.Immutable;
using FiniteNCheck.Cli.Slurm;
using Xunit;

namespace FiniteNCheck.Tests.Cli.Verbs.Studies;

/// <summary><c>slurm</c> in process, on points made up, with a script in place of <c>sbatch</c>.</summary>
[Trait("Kind", "Cli")]
public sealed class SlurmVerbTests : CliTest
{
    /// <summary>
    /// Writes down its arguments, one call per line, and numbers the jobs from 41; refuses the call of the number in the file "refuse".
    /// </summary>
    private const string Sbatch = """
        #!/bin/sh
        folder=$(dirname "$0")
        echo "$*" >> "$folder/calls"
        number=$(wc -l < "$folder/calls")
        if [ -e "$folder/refuse" ] && [ "$number" -eq "$(cat "$folder/refuse")" ]; then
            echo "sbatch: error: invalid partition specified: long" >&2
            echo "sbatch: error: Batch job submission failed" >&2
            exit 1
        fi
        echo "$((40 + number));cluster"
        """;

    private static readonly ImmutableArray<SlurmPoint> TwoClasses = [new("a1", 20, 1e6), new("b2", 10, 1e6), new("c3", 5, 2e10)];

    private string Out => Path.Combine(Folder, "my sweep");

    private string Calls => File.ReadAllText(Path.Combine(Folder, "calls"));

    [Fact]
    public void Without_submit_it_writes_the_files_and_names_the_commands()
    {
        (int exit, string output, string error) = Run(
            new FakeBackend { Missing = TwoClasses }, "slurm", ModelPath, "--out", Out, "--tasks", "3");
        Assert.Equal((0, ""), (exit, error));
        Assert.Equal(
            ["array-1.sh", "array-2.sh", "logs", "merge.sh", "run", "tasks"],
            Directory.GetFileSystemEntries(Out).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["a1\n", "b2\n", "c3\n"], Enumerable.Range(1, 3).Select(task => File.ReadAllText(Path.Combine(Out, "tasks", $"{task}"))));
        Assert.Equal(
            $"""
            3 points in 3 tasks; 1 of 4 are computed already.
              array-1.sh: 2 points in 2 tasks, the longest 20 s, each asking for 1 CPU, 800 MiB and 15 minutes
              array-2.sh: 1 point in 1 task, the longest 5 s, each asking for 1 CPU, 28911 MiB and 15 minutes
            To submit:
              job1=$(sbatch --parsable '{Out}/array-1.sh')
              job2=$(sbatch --parsable '{Out}/array-2.sh')
              sbatch --dependency=afterany:${"{"}job1%%;*{"}"}:${"{"}job2%%;*{"}"} '{Out}/merge.sh'

            """.ReplaceLineEndings("\n"),
            output.ReplaceLineEndings("\n"));
    }

    [ShellFact("sh")]
    public void Submit_hands_the_arrays_to_sbatch_and_then_what_merges()
    {
        (int exit, string output, string error) = Run(WithSbatch(), "slurm", ModelPath, "--out", Out, "--submit");
        Assert.Equal((0, ""), (exit, error));
        Assert.Equal(
            $"--parsable {Out}/array-1.sh\n--parsable {Out}/array-2.sh\n--parsable --dependency=afterany:41:42 {Out}/merge.sh\n", Calls);
        Assert.EndsWith(
            $"""
            Job 41: array-1.sh
            Job 42: array-2.sh
            Job 43: merge.sh, after them; the report will be in {Out}/results
            To look: squeue --jobs=41,42,43
                     finitencheck status '{Out}/run'

            """.ReplaceLineEndings("\n"),
            output.ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "No job was submitted.")]
    [InlineData("3", "Submitted before: 41 42 (to withdraw: scancel 41 42).")]
    public void Where_sbatch_refuses_the_message_says_what_is_in(string number, string message)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        FakeBackend backend = WithSbatch();
        File.WriteAllText(Path.Combine(Folder, "refuse"), number);
        (int exit, _, string error) = Run(backend, "slurm", ModelPath, "--out", Out, "--submit");
        Assert.Equal(4, exit);
        Assert.Contains(
            "exit status 1: sbatch: error: invalid partition specified: long sbatch: error: Batch job submission failed",
            error,
            StringComparison.Ordinal);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Equal(number, $"{Calls.Split('\n').Length - 1}");
        Assert.True(File.Exists(Path.Combine(Out, "merge.sh")));
    }

    [Fact]
    public void Without_sbatch_nothing_is_written()
    {
        (int exit, string output, string error) = Run(new FakeBackend(), "slurm", ModelPath, "--out", Out, "--submit");
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains("--submit needs sbatch, which is not on PATH", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Out));
    }

    [Theory]
    [InlineData(0, "holds all 4 points. For")]
    [InlineData(3, "holds 1, and 3 failed (--retry tries them again). For")]
    public void Where_nothing_is_missing_nothing_is_written(int failed, string message)
    {
        (int exit, string output, string error) = Run(
            new FakeBackend { Missing = [], Failed = failed }, "slurm", "retrieval", "--out", Out);
        Assert.Equal((0, ""), (exit, error));
        Assert.StartsWith("Nothing to submit: ", output, StringComparison.Ordinal);
        Assert.Contains(message, output, StringComparison.Ordinal);
        Assert.EndsWith($"the report: finitencheck verify retrieval --run '{Out}/run' --jobs 0\n", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void What_failed_is_tried_again_where_that_is_asked_for()
    {
        FakeBackend backend = new();
        Assert.Equal(0, Run(backend, "slurm", "retrieval", "--out", Out, "--retry", "--large", "--cpus", "3").Exit);
        Assert.True(backend.Plan!.RetryFailed);
        Assert.Contains(
            $" verify retrieval --large --run '{Out}/run' --threads 3 --retry --long --jobs 3 --points ",
            File.ReadAllText(Path.Combine(Out, "array-1.sh")),
            StringComparison.Ordinal);
    }

    /// <summary>
    /// The folder of a first submission serves as the run directory of a second one; what is there is not computed again.
    /// </summary>
    [Fact]
    public void A_second_submission_goes_on_in_the_run_directory_of_the_first()
    {
        Assert.Equal(0, Run(new FakeBackend(), "slurm", "retrieval", "--out", Out).Exit);
        string run = Path.Combine(Out, "run");
        Assert.True(File.Exists(Path.Combine(run, "plan.json")));
        FakeBackend backend = new();
        string second = Path.Combine(Folder, "second");
        Assert.Equal(0, Run(backend, "slurm", "retrieval", "--out", second, "--run", run).Exit);
        Assert.Equal(run, backend.Plan!.Directory!.Path);
        Assert.False(Directory.Exists(Path.Combine(second, "run")));
        Assert.Contains($" --run '{run}' ", File.ReadAllText(Path.Combine(second, "merge.sh")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("merge.sh")]
    [InlineData("array-1.sh")]
    [InlineData("tasks/1")]
    [InlineData("run/plan.json")]
    [InlineData("results/verify.json")]
    public void Files_that_exist_are_kept_and_nothing_is_written(string name)
    {
        string file = Path.Combine(Out, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "precious");
        (int exit, string output, string error) = Run(new FakeBackend(), "slurm", ModelPath, "--out", Out);
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains($"already holds {name.Split('/')[0]}: nothing is overwritten", error, StringComparison.Ordinal);
        Assert.Equal([file], Directory.GetFiles(Out, "*", SearchOption.AllDirectories));
        Assert.Equal("precious", File.ReadAllText(file));
    }

    [Theory]
    [InlineData("", "STUDY is missing")]
    [InlineData("retrieval", "--out is missing")]
    [InlineData("retrievel --out x", "Did you mean")]
    [InlineData("retrieval --out x --tasks 0", "--tasks is '0': allowed is a whole number from 1 to 1000")]
    [InlineData("retrieval --out x --tasks 1001", "--tasks is '1001'")]
    [InlineData("retrieval --out x --cpus 1.5", "--cpus is '1.5'")]
    [InlineData("retrieval --out x --sbatch long", "--sbatch is 'long'")]
    [InlineData("retrieval --out x --sbatch --partition=long\n--wrap=date", "allowed is one line of options")]
    [InlineData("retrieval --out x\\y", "--out is 'x\\y': a path for Slurm has no backslash")]
    [InlineData("retrieval --out x --run y\tz", "--run is 'y\\u0009z'")]
    public void Bad_usage_is_refused(string line, string message)
    {
        (int exit, string output, string error) = Run(
            new FakeBackend(), ["slurm", .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.False(Directory.Exists("x"));
    }

    [Fact]
    public void Options_for_sbatch_may_begin_with_minus()
    {
        Assert.Equal(0, Run(new FakeBackend(), "slurm", "retrieval", "--out", Out, "--sbatch", "--partition=long --account=x").Exit);
        Assert.Contains(
            "\n#SBATCH --partition=long --account=x\n", File.ReadAllText(Path.Combine(Out, "array-1.sh")), StringComparison.Ordinal);
    }

    private FakeBackend WithSbatch()
    {
        string sbatch = Path.Combine(Folder, "sbatch");
        File.WriteAllText(sbatch, Sbatch.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(sbatch, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new FakeBackend { Missing = TwoClasses, Sbatch = sbatch };
    }
}
