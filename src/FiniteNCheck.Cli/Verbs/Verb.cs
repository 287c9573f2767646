using System.Collections.Immutable;
using System.CommandLine;
using System.Runtime.ExceptionServices;
using FiniteNCheck.Cli.Arguments;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Cli.Streams;
using FiniteNCheck.Exact;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification.Runs;

namespace FiniteNCheck.Cli.Verbs;

/// <summary>One verb of the program: its grammar, its help and its work.</summary>
internal abstract class Verb
{
    /// <summary>The name on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>One sentence on what it does.</summary>
    public abstract string Description { get; }

    /// <summary>How it is called.</summary>
    public abstract string Usage { get; }

    /// <summary>Command lines, each with an explanation.</summary>
    public abstract IReadOnlyList<(string Command, string Meaning)> Examples { get; }

    /// <summary>The options, in the order of the help.</summary>
    public abstract IReadOnlyList<Option> OwnOptions { get; }

    /// <summary>The arguments that are not options.</summary>
    public abstract Argument<string[]> Operands { get; }

    /// <summary>Whether it computes anything, so that the library for dense matrices has to be chosen first.</summary>
    public virtual bool Computes => true;

    /// <summary>Does the work.</summary>
    /// <param name="operands">The arguments that are not options.</param>
    /// <param name="options">The options.</param>
    /// <param name="context">Streams, backend, cancellation.</param>
    /// <returns>The exit status.</returns>
    public abstract int Run(IReadOnlyList<string> operands, OptionReader options, RunContext context);

    /// <summary>Completes the next operand; by default with files.</summary>
    /// <param name="operands">The operands before it.</param>
    /// <param name="options">The options so far.</param>
    /// <param name="context">The context, whose backend knows names.</param>
    public virtual Candidates Complete(IReadOnlyList<string> operands, OptionReader options, RunContext context) => Candidates.Files;

    /// <summary>Creates the command for the parser.</summary>
    public Command ToCommand()
    {
        Command command = new(Name, Description) { TreatUnmatchedTokensAsErrors = false };
        command.Add(Operands);
        foreach (Option option in OwnOptions)
        {
            command.Add(option);
        }

        return command;
    }

    /// <summary>The path of the single model file.</summary>
    protected static string OneModel(IReadOnlyList<string> operands) =>
        operands switch
        {
            [] => throw new InputException(
                "MODEL is missing: give the path of a model file. "
                + "Example: finitencheck exact studies/models/two-large-spins.yaml --n 3 --times 0.5,2."),
            [var path] => path,
            [var path, var extra, ..] => throw new InputException(
                $"'{extra}' is not expected after the model file '{path}': there is one MODEL, "
                + "and lists such as --times 0.5,2 are separated by commas without blanks."),
        };

    /// <summary>Reads the model and resolves its initial state.</summary>
    /// <param name="path">The model file.</param>
    /// <param name="context">The backend.</param>
    /// <param name="settings">The numbers that replace those of the file.</param>
    protected static SymmetricModel Load(string path, RunContext context, ImmutableArray<ModelSetting> settings = default)
    {
        ExpectFile("model file", path);
        try
        {
            SymmetricModel model = context.Backend.LoadModel(path, settings.IsDefault ? [] : settings);
            return context.Backend.ResolveInitialState(model, context.Cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The model file '{path}' cannot be read ({exception.Message}): check its permissions.", exception);
        }
    }

    /// <summary>The parameters by which a result says what was changed in the model, and what is shown of it.</summary>
    protected static IEnumerable<(string Name, string Value)> ChangesOf(
        ImmutableArray<ModelSetting> settings, ImmutableArray<string> observables) =>
        [
            .. settings.Select(setting => ("set", $"{setting}")),
            .. observables.IsEmpty ? Array.Empty<(string, string)>() : [("observables", string.Join(',', observables))],
        ];

    /// <summary>Checks that a file exists.</summary>
    internal static void ExpectFile(string kind, string path)
    {
        if (Directory.Exists(path))
        {
            throw new InputException($"The {kind} '{path}' is a directory: give the path of a file in it.");
        }

        if (!File.Exists(path))
        {
            throw new InputException(
                $"The {kind} '{path}' does not exist (looked in '{Directory.GetCurrentDirectory()}'): give the path of a file.");
        }
    }

    /// <summary>
    /// Runs a part of a verb. If it is interrupted or cannot write, the message says what the run directory keeps and how to resume.
    /// </summary>
    internal static T WithResumeHint<T>(RunOptions options, Func<T> part)
    {
        try
        {
            return part();
        }
        catch (OperationCanceledException exception) when (options.Directory is { } directory)
        {
            throw new RunInterruptedException(
                $"Interrupted: what is finished is kept in '{directory.Path}'; the same command goes on from there.", exception);
        }
        catch (Exception exception) when (options.Directory is not null && exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"{exception.Message} What is finished is kept in '{options.Directory!.Path}': make room or mend the permissions, "
                + "then give the same command again.",
                exception);
        }
    }

    /// <summary>The checked directory of <c>--out</c>, or <see langword="null"/> if absent.</summary>
    /// <param name="options">The options.</param>
    /// <param name="more">Names of further files and folders, beside the three formats.</param>
    protected ResultDirectory? CheckOut(OptionReader options, params IEnumerable<string> more) =>
        CheckFiles(options, [$"{Name}.json", $"{Name}.csv", $"{Name}.txt", .. more]);

    /// <summary>The memory limit of a run, as a parameter of its provenance.</summary>
    protected static (string Name, string Value) MemoryLimitOf(ExactOptions exact) =>
        ("memory-limit", exact.MemoryLimit is { } bytes ? $"{bytes}" : "machine");

    /// <summary>The directory of <c>--out</c>, checked for given files, or <see langword="null"/> if absent.</summary>
    protected static ResultDirectory? CheckFiles(OptionReader options, IReadOnlyCollection<string> files)
    {
        bool replace = options.Force(Options.Out);
        return options.Raw(Options.Out) is { } path ? ResultDirectory.Check(path, files, replace) : null;
    }

    /// <summary>Prints the result in one format; with <c>--out</c>, also writes it in all formats, with any further files.</summary>
    protected void Publish(
        RunContext context,
        OutputFormat format,
        ResultDirectory? directory,
        Func<string> json,
        Func<string> csv,
        Func<TextStyle, string> table,
        Func<IEnumerable<ResultFile>>? more = null)
    {
        Func<string> shown = format switch
        {
            OutputFormat.Json => json,
            OutputFormat.Csv => csv,
            _ => () => table(context.Traits.OutputStyle),
        };
        Publish(context, shown, directory, () =>
        [
            ResultFile.OfText($"{Name}.json", json()),
            ResultFile.OfText($"{Name}.csv", csv()),
            ResultFile.OfText($"{Name}.txt", table(TextStyle.Plain)),
            .. more?.Invoke() ?? [],
        ]);
    }

    /// <summary>
    /// Writes the files of <c>--out</c>, then prints one text, in this order so that hours of computation
    /// survive the loss of a terminal. The text is printed even if the files cannot be written.
    /// </summary>
    protected static void Publish(RunContext context, Func<string> shown, ResultDirectory? directory, Func<IReadOnlyList<ResultFile>> files)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        ExceptionDispatchInfo? unwritten = null;
        try
        {
            directory?.Write(files(), context.Cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            unwritten = ExceptionDispatchInfo.Capture(exception);
        }

        try
        {
            context.Output.Write(shown());
            context.Output.Flush();
        }
        catch (OutputException exception) when (directory is not null && unwritten is null)
        {
            throw new OutputException($"{exception.Message} The files in {directory} are complete.", exception);
        }

        unwritten?.Throw();
    }

    /// <summary>The exit status of a report.</summary>
    protected static int StatusOf(Outcome outcome) => outcome switch
    {
        Outcome.AsExpected => ExitCode.Success,
        Outcome.Inconclusive => ExitCode.Inconclusive,
        _ => ExitCode.Unexpected,
    };

    /// <summary>Prints warnings on standard error, so that they are seen when standard output goes to a file.</summary>
    protected static void Warn(RunContext context, IEnumerable<string> notes)
    {
        foreach (string note in notes)
        {
            context.Error.WriteLine($"warning: {note}");
        }
    }
}
