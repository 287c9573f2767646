using System.CommandLine;
using FiniteNCheck.Cli.Arguments;
using FiniteNCheck.Cli.Backends;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Cli.Streams;
using FiniteNCheck.Cli.Verbs;
using FiniteNCheck.Cli.Verbs.Completion;
using FiniteNCheck.Cli.Verbs.Machine;
using FiniteNCheck.Cli.Verbs.Models;
using FiniteNCheck.Cli.Verbs.Paper;
using FiniteNCheck.Cli.Verbs.References;
using FiniteNCheck.Cli.Verbs.Studies;
using FiniteNCheck.Model;

namespace FiniteNCheck.Cli;

/// <summary>
/// The program as a function of its arguments: parses them, runs one verb, and turns every failure into a message and an exit status.
/// </summary>
public static class CommandLine
{
    private static readonly Grammar Grammar = new(
    [
        new InitVerb(), new ExactVerb(), new TheoryVerb(), new SpectrumVerb(), new SteadyVerb(), new GapVerb(), new VerifyVerb(),
        new SlurmVerb(), new StatusVerb(), new ReportVerb(), new CollapseVerb(), new ClaimsVerb(), new FiguresVerb(), new ReferenceVerb(),
        new DoctorVerb(), new CompletionVerb(() => Grammar!),
    ]);

    /// <summary>The verbs, in the order of the help.</summary>
    internal static IReadOnlyList<Verb> AllVerbs => Grammar.Verbs;

    /// <summary>Runs the program.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="output">Standard output: the result, and nothing else.</param>
    /// <param name="error">Standard error: messages and progress.</param>
    /// <param name="traits">The capabilities of the streams; <see langword="null"/> for plain text.</param>
    /// <param name="backend">The backend; <see langword="null"/> for the real one.</param>
    /// <param name="cancellationToken">Cancelled by Ctrl-C.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(
        IReadOnlyList<string> args,
        TextWriter output,
        TextWriter error,
        ConsoleTraits? traits = null,
        IBackend? backend = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        output = new ResultWriter(output);
        error = new MessageWriter(error);
        RunContext context = new(output, error, traits ?? ConsoleTraits.Redirected, backend ?? new Backend(), cancellationToken);
        try
        {
            return Dispatch(args, context);
        }
        catch (InputException exception)
        {
            error.WriteLine($"error: {InOneLine(exception.Message)}");
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            error.WriteLine(exception is RunInterruptedException ? exception.Message : "Interrupted: no file was written.");
            return ExitCode.Interrupted;
        }
        catch (OutputException exception)
        {
            error.WriteLine($"error: {InOneLine(exception.Message)}");
            return ExitCode.Fault;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"error: The result could not be written: {InOneLine(exception.Message)} No partial file was left.");
            return ExitCode.Fault;
        }
        catch (Exception exception) when (exception is OutOfMemoryException or AggregateException { InnerException: OutOfMemoryException })
        {
            error.WriteLine(
                "error: The memory ran out, and no file was written: this process may have less than the estimate was compared with. "
                + "Give --memory-limit SIZE with what it may have, a smaller n, "
                + "or --method window (exact --estimate says what either method needs).");
            return ExitCode.Fault;
        }
        catch (Exception exception)
        {
            // The last line of defence: the user always gets a message and the exit status of a fault.
            error.WriteLine(
                $"This is a fault of the program, not of your input. Please report it with the command line and this text:\n{exception}");
            return ExitCode.Fault;
        }
    }

    // Messages repeat file names and option values, which may contain line breaks.
    private static string InOneLine(string message) =>
        string.Concat(message.Select(letter => char.IsControl(letter) ? $"\\u{(int)letter:x4}" : letter.ToString()));

    private static int Dispatch(IReadOnlyList<string> args, RunContext context)
    {
        (Verb? verb, ParseResult parsed) = Grammar.Parse(args);
        if (verb is null || parsed.UnmatchedTokens.Count > 0)
        {
            return WithoutVerb(parsed, context);
        }

        if (parsed.GetResult(Options.Help) is { Implicit: false })
        {
            context.Output.Write(HelpText.Render(verb));
            return ExitCode.Success;
        }

        OptionReader options = new(parsed);
        if (verb.Computes)
        {
            options.UseLinearAlgebra();
        }

        return verb.Run(Grammar.Operands(verb, parsed), options, context);
    }

    private static int WithoutVerb(ParseResult parsed, RunContext context)
    {
        string[] names = [.. AllVerbs.Select(verb => verb.Name)];
        if (parsed.UnmatchedTokens is [var found, ..])
        {
            throw found.StartsWith('-')
                ? new InputException(
                    $"Option '{found}' is not known before a verb: allowed are --help and --version, "
                    + $"then one of the verbs {string.Join(", ", names)}.{Suggestion.For(found, ["--help", "--version"])}")
                : new InputException(
                    $"'{found}' is not a verb: allowed are {string.Join(", ", names)}.{Suggestion.For(found, names)} 'finitencheck --help' "
                    + "explains them.");
        }

        if (parsed.GetResult(Options.Version) is { Implicit: false })
        {
            context.Output.WriteLine($"finitencheck {ProvenanceSource.Collect(0, []).Version}");
            return ExitCode.Success;
        }

        if (parsed.GetResult(Options.Help) is { Implicit: false })
        {
            context.Output.Write(HelpText.Render(AllVerbs));
            return ExitCode.Success;
        }

        throw new InputException($"No verb is given: give one of {string.Join(", ", names)}. 'finitencheck --help' explains them.");
    }
}
