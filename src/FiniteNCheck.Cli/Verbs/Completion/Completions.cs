using System.CommandLine;
using System.CommandLine.Completions;
using FiniteNCheck.Cli.Arguments;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Model;

namespace FiniteNCheck.Cli.Verbs.Completion;

/// <summary>Completes a word of a command line, from the grammar that also parses.</summary>
internal static class Completions
{
    /// <summary>Finds the completions of a word.</summary>
    /// <param name="before">The words before it, from the verb on.</param>
    /// <param name="current">Its beginning, possibly empty.</param>
    /// <param name="grammar">The verbs and their options.</param>
    /// <param name="context">The context, whose backend knows names.</param>
    public static Candidates Find(IReadOnlyList<string> before, string current, Grammar grammar, RunContext context) =>
        All(before, current, grammar, context).Where(word => word.StartsWith(current, StringComparison.Ordinal));

    private static Candidates All(IReadOnlyList<string> before, string current, Grammar grammar, RunContext context)
    {
        (Verb? verb, ParseResult parsed) = grammar.Parse(before);
        if (verb is null)
        {
            return before.Count > 0 ? Candidates.None
                : current.StartsWith('-') ? Names([Options.Help, Options.Version])
                : Candidates.Of(grammar.Verbs.Select(known => (known.Name, known.Description)));
        }

        Option? last = verb.OwnOptions.FirstOrDefault(option => string.Equals(option.Name, before[^1], StringComparison.Ordinal));
        if (last is { HelpName: not null })
        {
            return ValuesOf(last);
        }

        return current.StartsWith('-')
            ? Names(verb.OwnOptions.Append(Options.Help)).Except(before)
            : Operands(verb, parsed, context);
    }

    private static Candidates Operands(Verb verb, ParseResult parsed, RunContext context)
    {
        try
        {
            return verb.Complete(
                [.. parsed.GetResult(verb.Operands)?.Tokens.Select(token => token.Value) ?? []], new OptionReader(parsed), context);
        }
        catch (InputException)
        {
            // The files that hold the names are unusable: the verb itself will say why.
            return Candidates.None;
        }
    }

    private static Candidates ValuesOf(Option option) => option.HelpName is "DIR"
        ? Candidates.None with { Paths = PathKind.Folders }
        : Candidates.Of(option.GetCompletions(CompletionContext.Empty).Select(value => (value.Label, "")));

    private static Candidates Names(IEnumerable<Option> options) =>
        Candidates.Of(options.Select(option => (option.Name, FirstSentence(option.Description ?? ""))));

    private static string FirstSentence(string text) => text.Split(". ")[0].TrimEnd('.');
}
