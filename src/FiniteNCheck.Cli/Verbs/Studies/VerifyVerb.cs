using System.Collections.Immutable;
using System.CommandLine;
using FiniteNCheck.Cli.Arguments;
using FiniteNCheck.Cli.Backends;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Verify;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Runs;

namespace FiniteNCheck.Cli.Verbs.Studies;

/// <summary><c>verify</c>: exact numbers against predictions, with a verdict.</summary>
internal sealed class VerifyVerb : Verb
{
    /// <inheritdoc/>
    public override string Name => "verify";

    /// <inheritdoc/>
    public override string Description => "Compare exact numbers at growing N with the predictions, and give a verdict on each.";

    /// <inheritdoc/>
    public override string Usage => "finitencheck verify [STUDY ...] [options]";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Meaning)> Examples =>
    [
        ("finitencheck verify", "The two default studies: paramagnetic and retrieval."),
        ("finitencheck verify --list", "The names of the bundled studies."),
        ("finitencheck verify retrieval --verbose", "Every prediction with its reason and the elements that matter."),
        ("finitencheck verify my-model.yaml", "Mean field and covariance of a model, at sizes and times that are chosen for a minute."),
        (
            "finitencheck verify my-model.yaml --n 10,14,20,28 --times 0.5,2 --set omega=0.3",
            "The same at sizes and times of your own, with another value of a parameter."),
        ("finitencheck verify --large retrieval", "The same study at sizes up to 10,000 spins; takes long."),
        ("finitencheck verify retrieval --format json", "One JSON document with every ladder, limit, order and verdict."),
        (
            "finitencheck verify my-study.yaml --out results",
            "A study of your own, with a report: results/verify.html, also .json, .csv, .md, .tex, .npz, .h5."),
        (
            "finitencheck verify my-sweep.yaml --run run --jobs 2",
            "Keeps every finished size in the folder run: the same command goes on where it was stopped."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> OwnOptions =>
    [
        Options.List, Options.Large, Options.StudySizes, Options.StudyTimes, Options.Set, Options.Run, Options.Jobs,
        Options.Points, Options.Retry, Options.Checkpoint, Options.StudyMethod, Options.Threads, Options.LinearAlgebra, Options.MemoryLimit,
        Options.Long, Options.AllowCommands, Options.Verbose, Options.ReportFormat, Options.Out, Options.Force,
    ];

    /// <inheritdoc/>
    public override Argument<string[]> Operands { get; } = StudyOperands.Create("Default: paramagnetic and retrieval.");

    /// <inheritdoc/>
    public override Candidates Complete(IReadOnlyList<string> operands, OptionReader options, RunContext context) =>
        StudyOperands.Complete(operands, context);

    /// <inheritdoc/>
    public override int Run(IReadOnlyList<string> operands, OptionReader options, RunContext context)
    {
        ReportFormat format = options.Choice(Options.ReportFormat, ReportFormat.Table);
        if (options.Has(Options.List))
        {
            return List(operands, format, options, context);
        }

        if (options.Raw(Options.Points) is not null && (options.Raw(Options.Out) ?? options.Raw(Options.ReportFormat)) is not null)
        {
            throw new InputException(
                "--points computes some points and makes no report: leave out --out and --format, "
                + "and run without --points when all are there.");
        }

        bool large = options.Has(Options.Large);
        ImmutableArray<string> wanted = StudyOperands.Find(operands, context.Backend.BundledStudies);
        ResultDirectory? directory = CheckOut(options, VerifyFiles.Names);
        StudyChanges changes = ChangesOf(options);

        // All studies are read and checked, and their points planned, before the first one runs.
        ImmutableArray<Study> studies = StudyOperands.Load(wanted, large, context, changes);
        RunOptions runOptions = RunOptionReader.Read(options, context);
        runOptions = runOptions with { Study = runOptions.Study with { WithCurves = directory is not null } };
        StudyExecution execution = new(runOptions, context);
        StudiesRun run = execution.Plan(studies);
        if (runOptions.Only is not null)
        {
            return execution.ComputePoints(run);
        }

        VerifyReport report = new(
            execution.Run(run), ProvenanceSource.Collect(runOptions.Study.Threads, Parameters(wanted, large, runOptions.Study, changes)));
        Publish(
            context,
            () => VerifyOutput.Render(report, format, context.Traits.OutputStyle, options.Has(Options.Verbose)),
            directory,
            () => VerifyOutput.Files(report));
        return StatusOf(report.Outcome);
    }

    private static StudyChanges ChangesOf(OptionReader options)
    {
        StudyChanges changes = new()
        {
            Settings = options.Settings(),
            Ladder = options.StudySizes(Numerics.Ladder.MinPoints),
            Times = options.StudyTimes(),
        };
        return changes.Ladder.IsEmpty || !changes.Times.IsEmpty
            ? changes
            : throw new InputException(
                "--n gives the ladder of a model file, and its times are missing: add --times, such as --times 0.5,2.");
    }

    private static int List(IReadOnlyList<string> operands, ReportFormat format, OptionReader options, RunContext context)
    {
        if (operands.Count > 0 || options.Raw(Options.Out) is not null || format != ReportFormat.Table)
        {
            throw new InputException("--list stands alone: it runs no study, so leave out STUDY, --format and --out.");
        }

        foreach (BundledStudy study in context.Backend.BundledStudies)
        {
            context.Output.WriteLine(study.IsDefault ? $"{study.Name} (default)" : study.Name);
        }

        return ExitCode.Success;
    }

    private static ImmutableArray<(string Name, string Value)> Parameters(
        ImmutableArray<string> wanted, bool large, StudyOptions options, StudyChanges changes) =>
        [
            ("verb", "verify"),
            ("studies", string.Join(", ", wanted)),
            ("large", large ? "yes" : "no"),
            .. changes.Settings.Select(setting => ("set", $"{setting}")),
            .. changes.Ladder.IsEmpty ? Array.Empty<(string, string)>() : [("n", string.Join(',', changes.Ladder))],
            .. changes.Times.IsEmpty
                ? Array.Empty<(string, string)>()
                : [("times", string.Join(',', changes.Times.Select(time => Numeral.Exact(time))))],
            .. options.Method is { } method ? [("method", method.ToString().ToLowerInvariant())] : Array.Empty<(string, string)>(),
            ("threads", $"{options.Threads}"),
        ];
}
