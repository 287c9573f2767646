using System.Collections.Immutable;
using System.CommandLine;
using FiniteNCheck.Cli.Arguments;
using FiniteNCheck.Cli.Backends;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting;
using FiniteNCheck.Reporting.Text;
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
        ("finitencheck verify --large retrieval", "The same study at sizes up to 10,000 spins; takes long."),
        ("finitencheck verify retrieval --format json", "One JSON document with every ladder, limit, order and verdict."),
        ("finitencheck verify my-study.yaml --out results", "A study of your own, with a report: results/verify.html, also .json, .csv, .txt, .md, .tex and .npz."),
        ("finitencheck verify my-sweep.yaml --run run --jobs 2", "Keeps every finished size in the folder run: the same command goes on where it was stopped."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> OwnOptions =>
        [Options.List, Options.Large, Options.Run, Options.Jobs, Options.Points, Options.Retry, Options.Checkpoint, Options.StudyMethod, Options.Threads, Options.MemoryLimit, Options.Long, Options.ReportFormat, Options.Out];

    /// <inheritdoc/>
    public override Argument<string[]> Operands { get; } = StudyOperands.Of("Default: paramagnetic and retrieval.");

    /// <inheritdoc/>
    public override Candidates Complete(IReadOnlyList<string> operands, OptionReader options, RunContext context) => StudyOperands.Complete(operands, context);

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
            throw new InputException("--points computes some points and makes no report: leave out --out and --format, and run without --points when all are there.");
        }

        bool large = options.Has(Options.Large);
        ImmutableArray<string> wanted = StudyOperands.Find(operands, context.Backend.BundledStudies);
        ResultDirectory? directory = CheckOut(options, VerifyFiles.Names);

        // All studies are read and checked, and their points planned, before the first one runs.
        ImmutableArray<Study> studies = StudyOperands.Load(wanted, large, context);
        RunOptions how = RunOptionReader.Read(options, context);
        StudiesRun run = Kept(how, () => Plan(studies, how, context));
        if (how.Only is not null)
        {
            return ComputePoints(run, how, context);
        }

        Announce(run, context);
        ImmutableArray<StudyFinding> findings = Kept(how, () => Run(run, context));
        VerifyReport report = new(findings, ProvenanceSource.Of(how.Study.Threads, Parameters(wanted, large, how.Study)));
        Func<string> shown = format switch
        {
            ReportFormat.Json => () => VerifyJson.Render(report),
            ReportFormat.Csv => () => VerifyCsv.Render(report),
            ReportFormat.Markdown => () => VerifyMarkdown.Render(report),
            ReportFormat.Latex => () => VerifyLatex.Render(report),
            _ => () => VerifyTable.Render(report, context.Traits.OutputStyle),
        };
        Publish(context, shown, directory, () =>
        [
            ResultFile.OfText("verify.json", VerifyJson.Render(report)),
            ResultFile.OfText("verify.csv", VerifyCsv.Render(report)),
            ResultFile.OfText("verify.txt", VerifyTable.Render(report, TextStyle.Plain)),
            .. VerifyFiles.Render(report),
        ]);
        return report.Outcome switch
        {
            Outcome.AsExpected => ExitCode.Success,
            Outcome.Inconclusive => ExitCode.Inconclusive,
            _ => ExitCode.Otherwise,
        };
    }

    private static StudiesRun Plan(ImmutableArray<Study> studies, RunOptions how, RunContext context)
    {
        using ProgressLine line = new(context);
        return context.Backend.PlanStudies(studies, how, Relay(line), context.Cancellation);
    }

    /// <summary>Says before a long run what it will take.</summary>
    private static void Announce(StudiesRun run, RunContext context)
    {
        const double Long = 60;
        ImmutableArray<RunPoint> missing = run.Missing;
        double seconds = missing.Sum(point => point.Seconds);
        if (seconds > Long)
        {
            context.Error.WriteLine(
                $"{missing.Length} of {run.Plan.Points.Length} sizes to compute, {Numeral.Duration(seconds)} of one thread, roughly; the largest takes {Numeral.Bytes(missing.Max(point => point.Bytes))} of memory.");
        }
    }

    private static ImmutableArray<StudyFinding> Run(StudiesRun run, RunContext context)
    {
        using ProgressLine line = new(context);
        return context.Backend.RunStudies(run, Relay(line), context.Cancellation);
    }

    /// <summary>Some points and no report: what one task of a job array does.</summary>
    private static int ComputePoints(StudiesRun run, RunOptions how, RunContext context)
    {
        int missing = run.Missing.Length;
        int failedBefore = how.RetryFailed ? 0 : run.FindFailures().Length;
        Kept(how, () =>
        {
            using ProgressLine line = new(context);
            run.Compute(Relay(line), context.Cancellation);
            return true;
        });
        int failed = run.FindFailures().Length;
        context.Output.WriteLine($"{how.Only!.Count} points: {how.Only.Count - missing - failedBefore} were there, {missing + failedBefore - failed} computed, {failed} failed.");
        return failed == 0 ? ExitCode.Success : ExitCode.Otherwise;
    }

    private static Relay<StudyProgress> Relay(ProgressLine line) => new(state => line.Report(state.Fraction, $"{state.Study}, {state.Stage}"));

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

    private static ImmutableArray<(string Name, string Value)> Parameters(ImmutableArray<string> wanted, bool large, StudyOptions how) =>
    [
        ("verb", "verify"),
        ("studies", string.Join(", ", wanted)),
        ("large", large ? "yes" : "no"),
        .. how.Method is { } method ? [("method", method.ToString().ToLowerInvariant())] : Array.Empty<(string, string)>(),
        ("threads", $"{how.Threads}"),
    ];
}
