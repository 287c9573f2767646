using System.CommandLine;
using FiniteNCheck.Cli.Arguments;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Doctor;

namespace FiniteNCheck.Cli.Verbs.Machine;

/// <summary><c>doctor</c>: what the machine has for the program, and what is missing.</summary>
internal sealed class DoctorVerb : Verb
{
    /// <inheritdoc/>
    public override string Name => "doctor";

    /// <inheritdoc/>
    public override string Description => "Say what this machine has (vectors, memory, Python, Slurm) and what is missing.";

    /// <inheritdoc/>
    public override string Usage => "finitencheck doctor [options]";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Meaning)> Examples =>
    [
        ("finitencheck doctor", "A table, then what each missing thing is for and how to get it."),
        ("finitencheck doctor --format json", "The same as JSON, to send with a question or to check a cluster node."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> OwnOptions => [Options.Format, Options.Out, Options.Force];

    /// <inheritdoc/>
    public override Argument<string[]> Operands { get; } =
        new("NONE") { Arity = ArgumentArity.ZeroOrMore, Description = "There are none." };

    /// <inheritdoc/>
    public override Candidates Complete(IReadOnlyList<string> operands, OptionReader options, RunContext context) => Candidates.None;

    /// <inheritdoc/>
    public override int Run(IReadOnlyList<string> operands, OptionReader options, RunContext context)
    {
        if (operands is [var extra, ..])
        {
            throw new InputException($"'{extra}' is not expected: doctor looks at this machine and takes options only.");
        }

        OutputFormat format = options.Choice(Options.Format, OutputFormat.Table);
        ResultDirectory? directory = CheckOut(options);
        DoctorReport report = new(
            context.Backend.ProbeMachine(context.Cancellation), ProvenanceSource.Collect(0, [("verb", "doctor")]));
        Publish(context, format, directory, report.ToJson, report.ToCsv, report.ToTable);
        return ExitCode.Success;
    }
}
