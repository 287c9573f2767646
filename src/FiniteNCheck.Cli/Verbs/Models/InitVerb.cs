using System.CommandLine;
using FiniteNCheck.Cli.Arguments;
using FiniteNCheck.Cli.Resources;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting;

namespace FiniteNCheck.Cli.Verbs.Models;

/// <summary><c>init</c>: writes a commented model and a study of it to start from.</summary>
internal sealed class InitVerb : Verb
{
    private const int MaxNameLength = 60;
    private static readonly string[] Schemas = ["schemas/model.schema.json", "schemas/study.schema.json"];

    /// <inheritdoc/>
    public override string Name => "init";

    /// <inheritdoc/>
    public override string Description => "Write a commented model and a study of it to start from, with schemas for editors.";

    /// <inheritdoc/>
    public override string Usage => "finitencheck init NAME [--kind hopfield|blocks] [--out DIR]";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Meaning)> Examples =>
    [
        ("finitencheck init my-network", "my-network.yaml, a Hopfield network, and my-network-study.yaml."),
        ("finitencheck init my-ensembles --kind blocks --out results", "Two ensembles written out in full, in the directory results."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> OwnOptions => [Options.Kind, Options.InitOut];

    /// <inheritdoc/>
    public override bool Computes => false;

    /// <inheritdoc/>
    public override Argument<string[]> Operands { get; } = new("NAME")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Name of the model and of the files: up to 60 letters a-z or A-Z, digits, '-' and '_', a letter first.",
    };

    /// <inheritdoc/>
    public override Candidates Complete(IReadOnlyList<string> operands, OptionReader options, RunContext context) => Candidates.None;

    /// <inheritdoc/>
    public override int Run(IReadOnlyList<string> operands, OptionReader options, RunContext context)
    {
        string name = OneName(operands);
        ModelTemplate kind = options.Choice(Options.Kind, ModelTemplate.Hopfield);
        string folder = options.Raw(Options.InitOut) ?? ".";
        string study = $"{name}-study.yaml";

        // Schemas written for another model serve this one too.
        string[] schemas = [.. Schemas.Where(schema => !File.Exists(Path.Combine(folder, schema)))];
        string[] files = [$"{name}.yaml", study, .. schemas];
        ResultDirectory directory = ResultDirectory.Check(folder, files);
        string[] texts =
        [
            Filled(kind.ToString().ToLowerInvariant(), name, kind),
            Filled("study", name, kind),
            .. schemas.Select(EmbeddedText.Read),
        ];
        Publish(
            context,
            () => string.Concat(files.Select(file => $"{Path.Combine(folder, file)}\n")),
            directory,
            () => [.. files.Zip(texts, ResultFile.OfText)]);
        context.Error.WriteLine($"To run the study: finitencheck verify {Path.Combine(folder, study)}");
        return ExitCode.Success;
    }

    private static string OneName(IReadOnlyList<string> operands)
    {
        const string Allowed = "up to 60 letters a-z or A-Z, digits, '-' and '_', a letter first";
        if (operands is not [var name])
        {
            throw new InputException($"{operands.Count} names are given: give one NAME, {Allowed}. Example: finitencheck init my-network.");
        }

        return
            name.Length is > 0 and <= MaxNameLength
            && char.IsAsciiLetter(name[0])
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? name
            : throw new InputException(
                $"NAME is '{name}': allowed are {Allowed}, because it names the model and its files. "
                + "Example: finitencheck init my-network.");
    }

    private static string Filled(string template, string name, ModelTemplate kind) => EmbeddedText.Read($"Templates/{template}.yaml")
        .Replace("NAME", name, StringComparison.Ordinal)
        .Replace("LADDER", Ladder(kind), StringComparison.Ordinal);

    /// <summary>
    /// Sizes that decide the predictions within seconds. Two blocks without a symmetry cost more than a network, which has one.
    /// </summary>
    private static string Ladder(ModelTemplate kind) => kind switch
    {
        ModelTemplate.Blocks => "[4, 5, 6, 7, 8, 10, 12]",
        _ => "[10, 12, 16, 20, 24, 28, 32, 40]",
    };
}
