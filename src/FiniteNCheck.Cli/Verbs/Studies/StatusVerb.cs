using System.CommandLine;
using FiniteNCheck.Cli.Arguments;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Status;
using FiniteNCheck.Verification.Runs;

namespace FiniteNCheck.Cli.Verbs.Studies;

/// <summary><c>status</c>: the status of a run directory.</summary>
internal sealed class StatusVerb : Verb
{
    /// <inheritdoc/>
    public override string Name => "status";

    /// <inheritdoc/>
    public override string Description => "Say how far a run directory has come: done, running, failed, missing.";

    /// <inheritdoc/>
    public override string Usage => "finitencheck status DIR [options]";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Meaning)> Examples =>
    [
        (
            "finitencheck status run",
            "The run directory of 'finitencheck verify --run run', also while it runs, on any machine that sees it."),
        ("finitencheck status run --format csv", "Every point with its state, its error and who is computing it."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> OwnOptions => [Options.Format, Options.Out, Options.Force];

    /// <inheritdoc/>
    public override bool Computes => false;

    /// <inheritdoc/>
    public override Argument<string[]> Operands { get; } =
        new("DIR") { Arity = ArgumentArity.ZeroOrMore, Description = "The run directory." };

    /// <inheritdoc/>
    public override Candidates Complete(IReadOnlyList<string> operands, OptionReader options, RunContext context) =>
        Candidates.None with { Paths = PathKind.Folders };

    /// <inheritdoc/>
    public override int Run(IReadOnlyList<string> operands, OptionReader options, RunContext context)
    {
        if (operands is not [var path])
        {
            throw new InputException($"{operands.Count} directories are given: give one run directory. Example: finitencheck status run.");
        }

        OutputFormat format = options.Choice(Options.Format, OutputFormat.Table);
        ResultDirectory? directory = CheckOut(options);
        StatusReport report = new(
            path, RunDirectory.OpenExisting(path).Status(), ProvenanceSource.Collect(1, [("verb", "status"), ("directory", path)]));
        Publish(context, format, directory, report.ToJson, report.ToCsv, report.ToTable);
        return ExitCode.Success;
    }
}
