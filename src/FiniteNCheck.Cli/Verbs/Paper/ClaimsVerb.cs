using System.Collections.Immutable;
using System.CommandLine;
using FiniteNCheck.Claims;
using FiniteNCheck.Cli.Arguments;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting;
using FiniteNCheck.Reporting.Claims;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Cli.Verbs.Paper;

/// <summary><c>claims</c>: the statements of the paper, one by one, each with a verdict.</summary>
internal sealed class ClaimsVerb : Verb
{
    /// <inheritdoc/>
    public override string Name => "claims";

    /// <inheritdoc/>
    public override string Description => "Check the statements of a paper one by one, and give a verdict on each.";

    /// <inheritdoc/>
    public override string Usage => "finitencheck claims [LEDGER] [ID ...] [options]";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Meaning)> Examples =>
    [
        ("finitencheck claims", "The whole ledger, in under two minutes."),
        ("finitencheck claims --list", "The claims with their places in the paper."),
        ("finitencheck claims T2", "Theorem 2 in full, with its ladders and the form that holds."),
        ("finitencheck claims my-paper.yaml", "The claims of a paper of your own, listed in a file."),
        ("finitencheck claims --full --format json", "All claims at large sizes and on fine grids, as one JSON document."),
        ("finitencheck claims --out results", "Also results/claims.json, .csv, .txt, .md and .tex."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> OwnOptions =>
        [
            Options.Quick, Options.Full, Options.ListClaims, Options.AllowCommands, Options.Threads, Options.LinearAlgebra,
            Options.ReportFormat, Options.Out, Options.Force,
        ];

    /// <inheritdoc/>
    public override Argument<string[]> Operands { get; } = new("LEDGER_OR_ID")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description =
            "A ledger (a file, or the name of a bundled one; default: that of the program's own paper), and names of claims, each to be "
            + "shown in full. Default: the whole ledger.",
    };

    /// <inheritdoc/>
    public override Candidates Complete(IReadOnlyList<string> operands, OptionReader options, RunContext context) =>
        Candidates.Of(
            [
                .. context.Backend.Paper.Claims.Select(claim => (claim.Id, claim.Place)),
                .. operands.Count == 0 ? context.Backend.BundledLedgers.Select(name => (name, "bundled ledger")) : [],
            ])
            .Except(operands) with
        {
            Paths = operands.Count == 0 ? PathKind.Files : PathKind.None,
        };

    /// <inheritdoc/>
    public override int Run(IReadOnlyList<string> operands, OptionReader options, RunContext context)
    {
        int threads = options.Threads();
        ReportFormat format = options.Choice(Options.ReportFormat, ReportFormat.Table);
        Effort effort = options.Has(Options.Full) ? Effort.Full : Effort.Quick;
        if (effort == Effort.Full && options.Has(Options.Quick))
        {
            throw new InputException("--quick and --full exclude each other: give one of them, or neither for --quick.");
        }

        (FiniteNCheck.Claims.Paper paper, IReadOnlyList<string> ids) = Ledger(operands, context);
        if (options.Has(Options.ListClaims))
        {
            return List(paper, ids, format, options, context);
        }

        string named = operands.Count > ids.Count ? $"{operands[0]} " : "";
        ImmutableArray<Claim> claims = Find(ids, paper.Claims, named);
        ResultDirectory? directory = CheckFiles(options, ["claims.json", "claims.csv", "claims.txt", .. ClaimsFiles.Names]);
        Provenance provenance = ProvenanceSource.Collect(threads, Parameters(operands, effort, threads));
        ImmutableArray<ClaimResult> results = Check(claims, effort, threads, options.Has(Options.AllowCommands), context);
        ClaimsReport report = new(paper, results, [.. operands], effort, provenance);
        string Table(TextStyle style) => ids.Count > 0 ? ClaimsTable.RenderInFull(report, style) : ClaimsTable.Render(report, style);
        Func<string> shown = format switch
        {
            ReportFormat.Json => () => ClaimsJson.Render(report),
            ReportFormat.Csv => () => ClaimsCsv.Render(report),
            ReportFormat.Markdown => () => ClaimsMarkdown.Render(report),
            ReportFormat.Latex => () => ClaimsLatex.Render(report),
            _ => () => Table(context.Traits.OutputStyle),
        };
        Publish(context, shown, directory, () =>
        [
            ResultFile.OfText("claims.json", ClaimsJson.Render(report)),
            ResultFile.OfText("claims.csv", ClaimsCsv.Render(report)),
            ResultFile.OfText("claims.txt", Table(TextStyle.Plain)),
            .. ClaimsFiles.Render(report),
        ]);
        return StatusOf(report.Outcome);
    }

    /// <summary>The ledger, and the claims named of it: the first operand may be a file or the name of a bundled ledger.</summary>
    private static (FiniteNCheck.Claims.Paper Paper, IReadOnlyList<string> Ids) Ledger(
        IReadOnlyList<string> operands, RunContext context) =>
        operands is [var first, ..] && IsLedger(first, context)
            ? (context.Backend.LoadLedger(first), [.. operands.Skip(1)])
            : (context.Backend.Paper, operands);

    private static bool IsLedger(string operand, RunContext context) =>
        !context.Backend.Paper.Claims.Any(claim => string.Equals(claim.Id, operand, StringComparison.Ordinal))
        && (context.Backend.BundledLedgers.Contains(operand, StringComparer.Ordinal)
            || File.Exists(operand)
            || operand.EndsWith(".yaml", StringComparison.Ordinal)
            || operand.EndsWith(".yml", StringComparison.Ordinal));

    /// <summary>Finds the named claims, in the order given; all claims if none is named.</summary>
    private static ImmutableArray<Claim> Find(IReadOnlyList<string> ids, ImmutableArray<Claim> ledger, string named)
    {
        if (ids.GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } duplicate)
        {
            throw new InputException($"ID '{duplicate.Key}' is given {duplicate.Count()} times: give it once.");
        }

        string[] known = [.. ledger.Select(claim => claim.Id)];
        string[] unknown = [.. ids.Where(id => !known.Contains(id, StringComparer.Ordinal))];
        return unknown.Length > 0
                ? throw new InputException(
                    $"{string.Join(", ", unknown.Select(id => $"'{id}'"))}: no claim of that name.{Suggestion.For(unknown[0], known)} "
                    + $"'finitencheck claims {named}--list' names all {known.Length}.")
            : ids.Count == 0 ? ledger
            : [.. ids.Select(id => ledger.First(claim => string.Equals(claim.Id, id, StringComparison.Ordinal)))];
    }

    private static ImmutableArray<ClaimResult> Check(
        ImmutableArray<Claim> claims, Effort effort, int threads, bool allowCommands, RunContext context)
    {
        using ProgressLine line = new(context);
        Relay<ClaimProgress> progress = new(state => line.Report(
            state.Fraction, $"{state.Id} (claim {state.Number} of {state.Count}){(state.Stage.Length > 0 ? $", {state.Stage}" : "")}"));
        return context.Backend.CheckClaims(claims, effort, threads, allowCommands, progress, context.Cancellation);
    }

    private static int List(
        FiniteNCheck.Claims.Paper paper, IReadOnlyList<string> ids, ReportFormat format, OptionReader options, RunContext context)
    {
        if (ids.Count > 0 || options.Raw(Options.Out) is not null || format != ReportFormat.Table)
        {
            throw new InputException("--list stands alone: it checks no claim, so leave out ID, --format and --out.");
        }

        ImmutableArray<Claim> claims = paper.Claims;
        int width = claims.Select(claim => claim.Id.Length).DefaultIfEmpty(0).Max();
        foreach (Claim claim in claims)
        {
            context.Output.WriteLine($"{claim.Id.PadRight(width)}  {claim.Place}");
        }

        return ExitCode.Success;
    }

    private static ImmutableArray<(string Name, string Value)> Parameters(IReadOnlyList<string> ids, Effort effort, int threads) =>
    [
        ("verb", "claims"),
        ("ids", ids.Count > 0 ? string.Join(", ", ids) : "all"),
        ("effort", effort.Choose(quick: "quick", full: "full")),
        ("threads", $"{threads}"),
    ];
}
