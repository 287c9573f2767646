using System.Collections.Immutable;
using System.CommandLine;
using FiniteNCheck.Cli.Arguments;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Cli.Slurm;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Runs;

namespace FiniteNCheck.Cli.Verbs.Studies;

/// <summary><c>slurm</c>: writes the points of studies as job arrays for a cluster.</summary>
internal sealed class SlurmVerb : Verb
{
    /// <inheritdoc/>
    public override string Name => "slurm";

    /// <inheritdoc/>
    public override string Description => "Write job arrays for a Slurm cluster: the points of studies, and a job that merges and reports.";

    /// <inheritdoc/>
    public override string Usage => "finitencheck slurm STUDY ... --out DIR [options]";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Meaning)> Examples =>
    [
        (
            "finitencheck slurm my-sweep.yaml --out sweep",
            "Scripts and lists of points in the folder sweep, and the commands that submit them."),
        (
            "finitencheck slurm my-sweep.yaml --out sweep --submit",
            "The same, submitted. The report will be in sweep/results, the points in sweep/run."),
        ("finitencheck slurm my-sweep.yaml --run sweep/run --out again --submit", "What is missing after that, once more."),
        (
            "finitencheck slurm retrieval --large --out sweep --sbatch --partition=long",
            "With an option of your own for sbatch; several go in quotes."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> OwnOptions =>
    [
        Options.SlurmOut, Options.SlurmRun, Options.Retry, Options.Tasks, Options.Cpus, Options.Large, Options.StudyMethod,
        Options.AllowCommands, Options.SbatchOptions, Options.Submit,
    ];

    /// <inheritdoc/>
    public override Argument<string[]> Operands { get; } = StudyOperands.Create("At least one.");

    /// <inheritdoc/>
    public override Candidates Complete(IReadOnlyList<string> operands, OptionReader options, RunContext context) =>
        StudyOperands.Complete(operands, context);

    /// <inheritdoc/>
    public override int Run(IReadOnlyList<string> operands, OptionReader options, RunContext context)
    {
        if (operands.Count == 0)
        {
            throw new InputException(
                "STUDY is missing: give the name of a bundled study or the path of a study file. "
                + "Example: finitencheck slurm my-sweep.yaml --out sweep.");
        }

        string target =
            options.Raw(Options.SlurmOut)
            ?? throw new InputException($"--out is missing: jobs are files. {Options.SlurmOut.Description} Example: --out sweep.");
        string folder = FullPath(target, "--out");
        string? named = options.Raw(Options.SlurmRun);
        SlurmJob job = new()
        {
            Program = OwnProgram.Words,
            Studies = [.. StudyOperands.Find(operands, context.Backend.BundledStudies).Select(study => Absolute(study, context))],
            Large = options.Has(Options.Large),
            Method = options.StudyMethod(),
            AllowCommands = options.Has(Options.AllowCommands),
            Retry = options.Has(Options.Retry),
            Folder = folder,
            Run = named is null ? Path.Combine(folder, SlurmScript.Run) : FullPath(named, "--run"),
            Cpus = options.Whole(Options.Cpus, 1, OptionReader.MaxThreads) ?? 1,
            Options = SbatchWords(options),
            Arrays = [],
        };
        int? tasks = options.Whole(Options.Tasks, 1, SlurmPacking.MaxTasks);
        Sbatch? sbatch = options.Has(Options.Submit) ? Sbatch.Find(context.Backend) : null;
        ResultDirectory directory = ResultDirectory.Check(target, [.. SlurmScript.Names(named is null)]);

        SlurmWork work = Plan(job, context);
        if (work.Missing.IsEmpty)
        {
            context.Output.Write(SlurmSummary.Nothing(job, work));
            return ExitCode.Success;
        }

        job = job with { Arrays = SlurmPacking.Pack(work.Missing, tasks, job.Cpus) };
        directory.Write([.. SlurmScript.FilesOf(job)], context.Cancellation);
        Directory.CreateDirectory(Path.Combine(folder, SlurmScript.Logs));
        RunDirectory.Open(job.Run).Describe(work.Plan.Points);
        context.Output.Write(SlurmSummary.Render(job, work));
        return sbatch is null ? Explain(job, context) : Submit(job, sbatch, context);
    }

    /// <summary>
    /// Plans the points. The memory of this machine does not limit them, nor does their duration: other machines compute them, within the
    /// limits of the cluster. A new run directory is created only once everything else has succeeded.
    /// </summary>
    private static SlurmWork Plan(SlurmJob job, RunContext context)
    {
        void Warn(string message) => context.Error.WriteLine($"warning: {message}");
        ImmutableArray<Study> studies = StudyOperands.Load(job.Studies, job.Large, context);
        RunOptions options = new()
        {
            Study = new StudyOptions
            {
                MemoryLimit = long.MaxValue,
                AllowLong = true,
                Method = job.Method,
                AllowCommands = job.AllowCommands,
            },
            RetryFailed = job.Retry,
            Directory = Directory.Exists(job.Run) ? RunDirectory.Open(job.Run, Warn) : null,
        };
        using ProgressLine line = new(context);
        return context.Backend.PlanPoints(
            studies,
            options,
            new Relay<StudyProgress>(state => line.Report(state.Fraction, $"{state.Study}, {state.Stage}")),
            context.Cancellation);
    }

    private static int Explain(SlurmJob job, RunContext context)
    {
        context.Output.Write(SlurmSummary.Commands(job));
        return ExitCode.Success;
    }

    /// <summary>Submits the arrays and then the merge job. If a job is rejected, those submitted before it remain.</summary>
    private static int Submit(SlurmJob job, Sbatch sbatch, RunContext context)
    {
        List<string> jobs = [];
        string script = "";
        try
        {
            foreach (SlurmArray array in job.Arrays)
            {
                script = Path.Combine(job.Folder, array.Script);
                jobs.Add(sbatch.Submit(script));
            }

            script = Path.Combine(job.Folder, SlurmScript.Merge);
            jobs.Add(sbatch.Submit(script, [.. jobs]));
        }
        catch (SbatchException exception)
        {
            string submitted =
                jobs.Count == 0
                    ? "No job was submitted."
                    : $"Submitted before: {string.Join(' ', jobs)} (to withdraw: scancel {string.Join(' ', jobs)}).";
            context.Error.WriteLine(
                $"error: sbatch does not take '{script}': {exception.Message} {submitted} The files stay in '{job.Folder}': "
                + "correct them and submit by hand, or begin again in another directory.");
            return ExitCode.Fault;
        }

        context.Output.Write(SlurmSummary.Submitted(job, jobs));
        return ExitCode.Success;
    }

    private static string Absolute(string study, RunContext context) =>
        context.Backend.BundledStudies.Any(bundled => string.Equals(bundled.Name, study, StringComparison.Ordinal))
            ? study
            : Path.GetFullPath(study);

    /// <summary>
    /// The absolute path, since jobs start elsewhere. Slurm accepts no backslash or control character in the path of a log.
    /// </summary>
    private static string FullPath(string path, string option)
    {
        string full = Path.GetFullPath(path);
        return full.Any(c => c == '\\' || char.IsControl(c)) && !OperatingSystem.IsWindows()
            ? throw new InputException(
                $"{option} is '{path}': a path for Slurm has no backslash and no control character. Give another directory.")
            : full;
    }

    private static string SbatchWords(OptionReader options) =>
        options.Raw(Options.SbatchOptions) switch
        {
            null => "",
            var words when words.Any(char.IsControl) || !words.StartsWith('-') => throw new InputException(
                $"--sbatch is '{words}': allowed is one line of options for sbatch, the first character of which is a minus sign. "
                + "Example: --sbatch \"--partition=long --account=physics\"."),
            var words => words,
        };
}
