using FiniteNCheck.Cli.Backends;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Cli.Slurm;

/// <summary>
/// The commands of the scripts one after another, in process and without a cluster: the report is that of a run that knows of none.
/// </summary>
[Trait("Kind", "Cli")]
public sealed class SlurmRoundTripTests : CliTest
{
    private readonly string study;
    private readonly string sweep;

    public SlurmRoundTripTests()
    {
        study = Path.Combine(Folder, "study.yaml");
        sweep = Path.Combine(Folder, "sweep");
        File.Copy(Path.Combine(RepositoryRoot.Path, "studies", "models", "density-dependent.yaml"), ModelPath, overwrite: true);
        File.WriteAllText(study, """
            name: eight-points
            model: model.yaml
            ladder: [2, 3, 4, 6]
            times: [0.5]
            sweep: [{ parameter: "hamiltonian.fields.all[1]", values: [0.25, 0.5] }]
            predictions: [{ prediction: mean-field, expect: confirmed }]

            """);
    }

    [Fact]
    public void Tasks_and_merge_give_the_report_of_one_run()
    {
        Assert.Equal(0, Run(new Backend(), "slurm", study, "--out", sweep, "--tasks", "3").Exit);
        for (int task = 1; task <= 3; task++)
        {
            (int exit, string output, string error) = Compute(task);
            Assert.True(exit == 0, output + error);
        }

        string merged = Run(new Backend(), "verify", study, "--run", Path.Combine(sweep, "run"), "--jobs", "0", "--format", "csv").Output;
        Assert.Equal(Run(new Backend(), "verify", study, "--format", "csv").Output, merged);
        Assert.StartsWith(
            "Nothing to submit: ",
            Run(new Backend(), "slurm", study, "--run", Path.Combine(sweep, "run"), "--out", Path.Combine(Folder, "more")).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_counts_what_was_there_what_it_computed_and_what_failed()
    {
        Assert.Equal(0, Run(new Backend(), "slurm", study, "--out", sweep, "--tasks", "1").Exit);

        // One byte is too little for any point.
        AssertPoints(1, "8 points: 0 were there, 0 computed, 8 failed.", Compute(1, "--memory-limit", "1B"));
        AssertPoints(1, "8 points: 0 were there, 0 computed, 8 failed.", Compute(1));
        string run = Path.Combine(sweep, "run");
        Assert.Contains(
            "8 failed (--retry tries them again)",
            Run(new Backend(), "slurm", study, "--run", run, "--out", Path.Combine(Folder, "more")).Output,
            StringComparison.Ordinal);
        AssertPoints(0, "8 points: 0 were there, 8 computed, 0 failed.", Compute(1, "--retry"));
        AssertPoints(0, "8 points: 8 were there, 0 computed, 0 failed.", Compute(1));
    }

    private static void AssertPoints(int exit, string line, (int Exit, string Output, string Error) obtained) =>
        Assert.Equal((exit, line), (obtained.Exit, obtained.Output.Trim()));

    private (int Exit, string Output, string Error) Compute(int task, params string[] more) =>
        Run(
            new Backend(),
            ["verify", study, "--run", Path.Combine(sweep, "run"), "--points", Path.Combine(sweep, "tasks", $"{task}"), .. more]);
}
