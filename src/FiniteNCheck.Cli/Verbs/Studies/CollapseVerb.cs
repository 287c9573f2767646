using System.CommandLine;
using FiniteNCheck.Cli.Arguments;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting;
using FiniteNCheck.Reporting.Collapse;
using FiniteNCheck.Reporting.Verify;
using FiniteNCheck.Verification.Collapse;

namespace FiniteNCheck.Cli.Verbs.Studies;

/// <summary><c>collapse</c>: exponents of finite-size scaling from the result of a sweep.</summary>
internal sealed class CollapseVerb : Verb
{
    // What is left of most critical points after the leading law.
    private const double UsualStep = 0.5;

    /// <inheritdoc/>
    public override string Name => "collapse";

    /// <inheritdoc/>
    public override string Description => "Exponents of finite-size scaling near a critical point, from the result of a sweep.";

    /// <inheritdoc/>
    public override string Usage => "finitencheck collapse RESULT --quantity NAME --critical G [options]";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Meaning)> Examples =>
    [
        (
            "finitencheck collapse results/verify.json --quantity chi --critical 1 --out collapse",
            "The exponents with their intervals; numbers and a picture in collapse/."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> OwnOptions =>
        [Options.CollapseQuantity, Options.Critical, Options.Corrections, Options.Format, Options.Out, Options.Force];

    /// <inheritdoc/>
    public override Argument<string[]> Operands { get; } = new("RESULT")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "The verify.json of a sweep over one parameter.",
    };

    /// <inheritdoc/>
    public override int Run(IReadOnlyList<string> operands, OptionReader options, RunContext context)
    {
        string path = ResultOfVerify.PathOf(
            operands, "finitencheck collapse results/verify.json --quantity chi --critical 1");
        string quantity = options.Required(Options.CollapseQuantity, "--quantity chi");
        double critical = options.Real(Options.Critical, "--critical 1");
        double step = options.Raw(Options.Corrections) is null ? UsualStep : options.Real(Options.Corrections, "--corrections 0.5");
        if (!(step > 0 && step <= 1))
        {
            throw new InputException(
                $"--corrections is {Numeral.Exact(step)}: expected a number above 0, up to 1. Example: --corrections 0.5.");
        }

        OutputFormat format = options.Choice(Options.Format, OutputFormat.Table);
        ResultDirectory? directory = CheckOut(options, "collapse.svg");
        VerifyReport verified = ResultOfVerify.Read(path);
        CollapseReport report = new(
            DataCollapse.Of(verified.Studies, quantity, critical, step),
            ProvenanceSource.Collect(
                1,
                [
                    ("verb", "collapse"), ("result", path), ("quantity", quantity), ("critical", Numeral.Exact(critical)),
                    ("corrections", Numeral.Exact(step)),
                ]));
        Publish(
            context,
            format,
            directory,
            () => CollapseJson.Render(report),
            () => CollapseCsv.Render(report),
            style => CollapseTable.Render(report, style),
            () => [ResultFile.OfText("collapse.svg", CollapsePicture.Render(report))]);
        return report.IsRead ? ExitCode.Success : ExitCode.Inconclusive;
    }
}
