using System.Collections.Immutable;
using System.CommandLine;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Cli;

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
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> OwnOptions => [Options.List, Options.Large, Options.Threads, Options.ReportFormat, Options.Out];

    /// <inheritdoc/>
    public override Argument<string[]> Operands { get; } = new("STUDY")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Names of bundled studies or paths of study files (YAML). Default: paramagnetic and retrieval.",
    };

    /// <inheritdoc/>
    public override Candidates Complete(IReadOnlyList<string> operands, OptionReader options, RunContext context) =>
        Candidates.Of(context.Backend.BundledStudies.Select(study => (study.Name, "bundled study"))).Except(operands) with { Paths = PathKind.Files };

    /// <inheritdoc/>
    public override int Run(IReadOnlyList<string> operands, OptionReader options, RunContext context)
    {
        int threads = options.Threads();
        ReportFormat format = options.Choice(Options.ReportFormat, ReportFormat.Table);
        if (options.Has(Options.List))
        {
            return List(operands, format, options, context);
        }

        bool large = options.Has(Options.Large);
        ImmutableArray<string> wanted = Find(operands, context.Backend.BundledStudies);
        ResultDirectory? directory = CheckOut(options, VerifyFiles.Names);

        // All studies are read and checked before the first one runs.
        ImmutableArray<StudyRun> runs = [.. wanted.Select(study => Load(study, large, threads, context))];
        ImmutableArray<StudyFinding> findings = Run(wanted, runs, context);
        VerifyReport report = new(findings, ProvenanceSource.Of(threads, Parameters(wanted, large, threads)));
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
            .. VerifyFiles.Of(report),
        ]);
        return report.Outcome switch
        {
            Outcome.AsExpected => ExitCode.Success,
            Outcome.Inconclusive => ExitCode.Inconclusive,
            _ => ExitCode.Otherwise,
        };
    }

    /// <summary>The operands, each known to be a bundled study or a file, or else the default studies.</summary>
    private static ImmutableArray<string> Find(IReadOnlyList<string> operands, ImmutableArray<BundledStudy> bundled)
    {
        if (operands.GroupBy(operand => operand, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new InputException($"STUDY '{twice.Key}' is given {twice.Count()} times: give it once.");
        }

        string[] names = [.. bundled.Select(study => study.Name)];
        if (operands.FirstOrDefault(operand => !names.Contains(operand, StringComparer.Ordinal) && !File.Exists(operand)) is { } unknown)
        {
            throw new InputException(
                $"STUDY '{unknown}' is neither a bundled study nor a file: bundled are {string.Join(", ", names)}; or give the path of a study file.{Suggestion.For(unknown, names)}");
        }

        ImmutableArray<string> wanted = operands.Count > 0 ? [.. operands] : [.. bundled.Where(study => study.IsDefault).Select(study => study.Name)];
        return wanted.IsEmpty
            ? throw new InputException("STUDY is missing, and no default study lies beside the program (folder 'studies'): give the path of a study file, or build the program again.")
            : wanted;
    }

    private static StudyRun Load(string study, bool large, int threads, RunContext context)
    {
        try
        {
            return context.Backend.BundledStudies.Any(bundled => string.Equals(bundled.Name, study, StringComparison.Ordinal))
                ? context.Backend.LoadBundledStudy(study, large, threads)
                : context.Backend.LoadStudyFile(study, large, threads);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The study '{study}' cannot be read ({exception.Message}): check the permissions of its file and of its model file.", exception);
        }
    }

    private static ImmutableArray<StudyFinding> Run(ImmutableArray<string> wanted, ImmutableArray<StudyRun> runs, RunContext context)
    {
        List<StudyFinding> findings = [];
        for (int index = 0; index < runs.Length; index++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            using ProgressLine line = new(context);
            string label = runs.Length == 1 ? wanted[index] : $"{wanted[index]} (study {index + 1} of {runs.Length})";
            findings.Add(runs[index](new Relay<StudyProgress>(state => line.Report(state.Fraction, $"{label}, {state.Stage}")), context.Cancellation));
        }

        return [.. findings];
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

    private static ImmutableArray<(string Name, string Value)> Parameters(ImmutableArray<string> wanted, bool large, int threads) =>
    [
        ("verb", "verify"),
        ("studies", string.Join(", ", wanted)),
        ("large", large ? "yes" : "no"),
        ("threads", $"{threads}"),
    ];
}
