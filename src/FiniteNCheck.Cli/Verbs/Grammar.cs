using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using FiniteNCheck.Cli.Arguments;
using FiniteNCheck.Model;

namespace FiniteNCheck.Cli.Verbs;

/// <summary>The grammar of command lines: the verbs with their options.</summary>
internal sealed class Grammar
{
    private static readonly ParserConfiguration Parsing = new()
    {
        // No response files, and no bundled single-letter options.
        ResponseFileTokenReplacer = null,
        EnablePosixBundling = false,
    };

    private readonly Command root = new("finitencheck") { TreatUnmatchedTokensAsErrors = false };

    /// <summary>Creates the grammar.</summary>
    /// <param name="verbs">The verbs, in the order of the help.</param>
    public Grammar(ImmutableArray<Verb> verbs)
    {
        Verbs = verbs;
        root.Add(Options.Help);
        root.Add(Options.Version);
        foreach (Verb verb in verbs)
        {
            root.Add(verb.ToCommand());
        }
    }

    /// <summary>The verbs, in the order of the help.</summary>
    public ImmutableArray<Verb> Verbs { get; }

    /// <summary>Parses a command line: its verb, if any, and the rest.</summary>
    /// <param name="args">The arguments.</param>
    public (Verb? Verb, ParseResult Parsed) Parse(IReadOnlyList<string> args)
    {
        ParseResult parsed = root.Parse(args, Parsing);
        return (
            Verbs.FirstOrDefault(verb => string.Equals(verb.Name, parsed.CommandResult.Command.Name, StringComparison.Ordinal)), parsed);
    }

    /// <summary>The operands of a command line. One that looks like an option is an unknown option.</summary>
    /// <param name="verb">Its verb.</param>
    /// <param name="parsed">The command line.</param>
    /// <exception cref="InputException">The command line has an unknown option.</exception>
    public static string[] Operands(Verb verb, ParseResult parsed)
    {
        Token[] operands = [.. parsed.GetResult(verb.Operands)?.Tokens ?? []];
        bool literal = parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash);
        if (!literal && Array.Find(operands, token => token.Value.Length > 1 && token.Value[0] == '-') is { } unknown)
        {
            string[] names = [.. verb.OwnOptions.Append(Options.Help).Select(option => option.Name)];
            throw new InputException(
                $"{verb.Name} has no option '{unknown.Value}': allowed are "
                + $"{string.Join(", ", names)}.{Suggestion.For(unknown.Value.Split('=')[0], names)}");
        }

        return [.. operands.Select(token => token.Value)];
    }
}
