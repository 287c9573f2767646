using System.CommandLine;
using FiniteNCheck.Cli.Arguments;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Verify;

namespace FiniteNCheck.Cli.Verbs.Studies;

/// <summary><c>report</c>: makes the page, figures and tables of a verification from its JSON.</summary>
internal sealed class ReportVerb : Verb
{
    /// <inheritdoc/>
    public override string Name => "report";

    /// <inheritdoc/>
    public override string Description => "Make the report of a verification (a page, figures, tables, arrays) from its JSON.";

    /// <inheritdoc/>
    public override string Usage => "finitencheck report RESULT --out DIR";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Meaning)> Examples =>
    [
        (
            "finitencheck report results/verify.json --out report",
            "The same report/verify.html that 'verify --out' writes, without computing anything again."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> OwnOptions => [Options.ReportOut, Options.Force];

    /// <inheritdoc/>
    public override Argument<string[]> Operands { get; } =
        new("RESULT")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "A verify.json, from 'finitencheck verify --out DIR' or '--format json'.",
        };

    /// <inheritdoc/>
    public override int Run(IReadOnlyList<string> operands, OptionReader options, RunContext context)
    {
        string path = ResultOfVerify.PathOf(operands, "finitencheck report results/verify.json --out report");
        ResultDirectory directory = options.Raw(Options.ReportOut) is { } target
            ? ResultDirectory.Check(target, VerifyFiles.Names, options.Force(Options.ReportOut))
            : throw new InputException($"--out is missing: a report is files. {Options.ReportOut.Description} Example: --out report.");
        VerifyReport report = ResultOfVerify.Read(path);
        Publish(context, () => $"{Path.Combine(target, VerifyFiles.Page)}\n", directory, () => VerifyFiles.Render(report));
        return ExitCode.Success;
    }
}
