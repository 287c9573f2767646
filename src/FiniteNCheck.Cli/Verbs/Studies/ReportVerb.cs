using System.CommandLine;
using System.Text;
using FiniteNCheck.Cli.Arguments;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Files;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Verify;

namespace FiniteNCheck.Cli.Verbs.Studies;

/// <summary><c>report</c>: makes the page, figures and tables of a verification from its JSON.</summary>
internal sealed class ReportVerb : Verb
{
    // Some two hundred times that of the largest bundled study.
    private const int MaxResultSize = 256_000_000;

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
        if (operands is not [var path])
        {
            throw new InputException(
                $"{operands.Count} results are given: give the path of one verify.json. "
                + "Example: finitencheck report results/verify.json --out report.");
        }

        ResultDirectory directory = options.Raw(Options.ReportOut) is { } target
            ? ResultDirectory.Check(target, VerifyFiles.Names, options.Force(Options.ReportOut))
            : throw new InputException($"--out is missing: a report is files. {Options.ReportOut.Description} Example: --out report.");
        VerifyReport report = VerifyJsonReader.Read(Text(path), path);
        Publish(context, () => $"{Path.Combine(target, VerifyFiles.Page)}\n", directory, () => VerifyFiles.Render(report));
        return ExitCode.Success;
    }

    /// <summary>The text of a result.</summary>
    /// <param name="path">The file.</param>
    internal static string Text(string path)
    {
        ExpectFile("result", path);
        try
        {
            byte[] bytes = InputBytes.Read(path, MaxResultSize);
            return bytes.Length <= MaxResultSize
                ? Encoding.UTF8.GetString(bytes)
                : throw new InputException(
                    $"The result '{path}' is larger than {MaxResultSize / 1_000_000} MB: "
                    + "give the verify.json that 'finitencheck verify --out DIR' writes.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or TimeoutException)
        {
            throw new InputException($"The result '{path}' cannot be read ({exception.Message}): check its permissions.", exception);
        }
    }
}
