using System.CommandLine;
using System.CommandLine.Parsing;
using FiniteNCheck.Cli.Streams;
using FiniteNCheck.Model;

namespace FiniteNCheck.Cli;

/// <summary>The program as a function of its arguments: parses, runs one verb, and turns every failure into a message and an exit status.</summary>
public static class CommandLine
{
    private static readonly ParserConfiguration Parsing = new()
    {
        // No file is read, and no option is split, without being asked for.
        ResponseFileTokenReplacer = null,
        EnablePosixBundling = false,
    };

    private static readonly Verb[] Verbs =
        [new InitVerb(), new ExactVerb(), new TheoryVerb(), new VerifyVerb(), new SlurmVerb(), new StatusVerb(), new ReportVerb(), new ClaimsVerb(), new FiguresVerb(), new ReferenceVerb(), new CompletionVerb()];

    private static readonly Command Root = Grammar();

    /// <summary>Runs the program.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="output">Standard output: the result, and nothing else.</param>
    /// <param name="error">Standard error: messages and progress.</param>
    /// <param name="traits">What the streams can show; <see langword="null"/> for plain text.</param>
    /// <param name="backend">What computes; <see langword="null"/> for the real thing.</param>
    /// <param name="cancellationToken">Set by Ctrl-C.</param>
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
                "error: The memory ran out, and no file was written: this process may have less than the estimate was compared with. Give --memory-limit SIZE with what it may have, a smaller n, or --method window (exact --estimate says what either method needs).");
            return ExitCode.Fault;
        }
        catch (Exception exception)
        {
            // The last line of defence: whatever it is, the user gets a message and the exit status of a fault.
            error.WriteLine($"This is a fault of the program, not of your input. Please report it with the command line and this text:\n{exception}");
            return ExitCode.Fault;
        }
    }

    // Names of files and values of options, which messages repeat, may hold line ends.
    private static string InOneLine(string message) =>
        string.Concat(message.Select(letter => char.IsControl(letter) ? $"\\u{(int)letter:x4}" : letter.ToString()));

    /// <summary>The verbs, in the order of the help.</summary>
    internal static IReadOnlyList<Verb> AllVerbs => Verbs;

    /// <summary>The verb of a command line, if it has one, and the rest of it.</summary>
    internal static (Verb? Verb, ParseResult Parsed) Parse(IReadOnlyList<string> args)
    {
        ParseResult parsed = Root.Parse(args, Parsing);
        return (Array.Find(Verbs, candidate => string.Equals(candidate.Name, parsed.CommandResult.Command.Name, StringComparison.Ordinal)), parsed);
    }

    private static int Dispatch(IReadOnlyList<string> args, RunContext context)
    {
        (Verb? verb, ParseResult parsed) = Parse(args);
        if (verb is null || parsed.UnmatchedTokens.Count > 0)
        {
            return WithoutVerb(parsed, context);
        }

        if (parsed.GetResult(Options.Help) is { Implicit: false })
        {
            context.Output.Write(HelpText.Of(verb));
            return ExitCode.Success;
        }

        return verb.Run(Operands(verb, parsed), new OptionReader(parsed), context);
    }

    private static Command Grammar()
    {
        Command root = new("finitencheck") { TreatUnmatchedTokensAsErrors = false };
        root.Add(Options.Help);
        root.Add(Options.Version);
        foreach (Verb verb in Verbs)
        {
            root.Add(verb.ToCommand());
        }

        return root;
    }

    private static int WithoutVerb(ParseResult parsed, RunContext context)
    {
        string[] names = [.. Verbs.Select(verb => verb.Name)];
        if (parsed.UnmatchedTokens is [var found, ..])
        {
            throw found.StartsWith('-')
                ? new InputException($"Option '{found}' is not known before a verb: allowed are --help and --version, then one of the verbs {string.Join(", ", names)}.{Suggestion.For(found, ["--help", "--version"])}")
                : new InputException($"'{found}' is not a verb: allowed are {string.Join(", ", names)}.{Suggestion.For(found, names)} 'finitencheck --help' explains them.");
        }

        if (parsed.GetResult(Options.Version) is { Implicit: false })
        {
            context.Output.WriteLine($"finitencheck {ProvenanceSource.Of(0, []).Version}");
            return ExitCode.Success;
        }

        if (parsed.GetResult(Options.Help) is { Implicit: false })
        {
            context.Output.Write(HelpText.Of(Verbs));
            return ExitCode.Success;
        }

        throw new InputException($"No verb is given: give one of {string.Join(", ", names)}. 'finitencheck --help' explains them.");
    }

    /// <summary>The operands; what looks like an option there is one that the verb does not have.</summary>
    private static string[] Operands(Verb verb, ParseResult parsed)
    {
        Token[] operands = [.. parsed.GetResult(verb.Operands)?.Tokens ?? []];
        bool literal = parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash);
        if (!literal && Array.Find(operands, token => token.Value.Length > 1 && token.Value[0] == '-') is { } unknown)
        {
            string[] names = [.. verb.OwnOptions.Append(Options.Help).Select(option => option.Name)];
            throw new InputException($"{verb.Name} has no option '{unknown.Value}': allowed are {string.Join(", ", names)}.{Suggestion.For(unknown.Value.Split('=')[0], names)}");
        }

        return [.. operands.Select(token => token.Value)];
    }
}
