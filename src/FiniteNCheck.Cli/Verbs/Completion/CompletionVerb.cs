using System.CommandLine;
using FiniteNCheck.Cli.Arguments;
using FiniteNCheck.Cli.Resources;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Model;

namespace FiniteNCheck.Cli.Verbs.Completion;

/// <summary><c>completion</c>: scripts that let a shell complete command lines, and the candidates that they ask for.</summary>
/// <param name="grammar">All verbs, including this one.</param>
internal sealed class CompletionVerb(Func<Grammar> grammar) : Verb
{
    private const string Words = "words";
    private static readonly string[] Shells = OptionReader.NamesOf<Shell>();

    /// <inheritdoc/>
    public override string Name => "completion";

    /// <inheritdoc/>
    public override string Description => "Print a script that lets a shell complete verbs, options, their values and names.";

    /// <inheritdoc/>
    public override string Usage => "finitencheck completion SHELL | words --current=WORD -- [WORD ...]";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Meaning)> Examples =>
    [
        ("finitencheck completion bash", "The script; in ~/.bashrc: source <(finitencheck completion bash)"),
        ("finitencheck completion words --current=re -- verify", "What the scripts call: the words that 're' after 'verify' can become."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> OwnOptions => [Options.Current];

    /// <inheritdoc/>
    public override bool Computes => false;

    /// <inheritdoc/>
    public override Argument<string[]> Operands { get; } =
        new("SHELL")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description =
                "bash, zsh, fish or powershell; its script says in its first line where it goes. Or words, "
                + "then -- and the words of a command line before the one to be completed.",
        };

    /// <inheritdoc/>
    public override Candidates Complete(IReadOnlyList<string> operands, OptionReader options, RunContext context) =>
        operands.Count > 0 ? Candidates.None : Candidates.Of(Shells.Select(shell => (shell, "")));

    /// <inheritdoc/>
    public override int Run(IReadOnlyList<string> operands, OptionReader options, RunContext context)
    {
        if (operands is [Words, ..])
        {
            Write(Completions.Find([.. operands.Skip(1)], options.Text(Options.Current), grammar(), context), context.Output);
            return ExitCode.Success;
        }

        if (operands is not [var shell])
        {
            throw new InputException(
                $"{operands.Count} shells are given: give one of {string.Join(", ", Shells)}. Example: finitencheck completion bash.");
        }

        context.Output.Write(Shells.Contains(shell, StringComparer.Ordinal)
            ? EmbeddedText.Read($"Completion/{shell}")
            : throw new InputException($"SHELL is '{shell}': allowed are {string.Join(", ", Shells)}.{Suggestion.For(shell, Shells)}"));
        return ExitCode.Success;
    }

    /// <summary>
    /// Writes one candidate per line, its explanation after a tab; <c>:files</c> or <c>:folders</c> if the shell is to add paths.
    /// </summary>
    private static void Write(Candidates candidates, TextWriter output)
    {
        foreach ((string word, string meaning) in candidates.Words)
        {
            output.Write(meaning.Length > 0 ? $"{word}\t{meaning}\n" : $"{word}\n");
        }

        if (candidates.Paths != PathKind.None)
        {
            output.Write($":{candidates.Paths.ToString().ToLowerInvariant()}\n");
        }
    }
}
