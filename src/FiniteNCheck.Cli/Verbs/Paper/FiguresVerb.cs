using System.Collections.Immutable;
using System.CommandLine;
using FiniteNCheck.Claims.Figures;
using FiniteNCheck.Cli.Arguments;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Figures;
using FiniteNCheck.Reporting;
using FiniteNCheck.Reporting.Figures;

namespace FiniteNCheck.Cli.Verbs.Paper;

/// <summary><c>figures</c>: the figures of the paper as data and plots.</summary>
internal sealed class FiguresVerb : Verb
{
    private static readonly ImmutableArray<(string Name, PaperFigure Figure)> Known = FigureNames.Known;

    /// <inheritdoc/>
    public override string Name => "figures";

    /// <inheritdoc/>
    public override string Description => "Compute figures 2, 3 and B1 of the paper, as data (CSV) and pictures (SVG).";

    /// <inheritdoc/>
    public override string Usage => "finitencheck figures [FIGURE ...] --out DIR [options]";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Meaning)> Examples =>
    [
        ("finitencheck figures --out results", "All three figures of the limit N to infinity."),
        ("finitencheck figures 2 --grid 89 --out results", "The phase diagram alone, on a finer grid."),
        (
            "finitencheck figures 3 --finite-n 100,400,1600 --run run --out results",
            "Figure 3 with its exact counterparts; takes hours. The same command goes on where it was stopped."),
        ("finitencheck figures 3 --finite-n 100 --finite-grid 6x4 --out results", "A coarse exact counterpart, in seconds."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> OwnOptions =>
    [
        Options.FiguresOut, Options.Force, Options.Grid, Options.FiniteN, Options.FiniteGrid, Options.Run, Options.Retry,
        Options.Checkpoint, Options.Threads, Options.LinearAlgebra, Options.MemoryLimit, Options.Long,
    ];

    /// <inheritdoc/>
    public override Argument<string[]> Operands { get; } = new("FIGURE")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "2 (phase diagram), 3 (correlations) or B1 (limit cycle). Default: all three.",
    };

    /// <inheritdoc/>
    public override Candidates Complete(IReadOnlyList<string> operands, OptionReader options, RunContext context) =>
        Candidates.Of(context.Backend.Paper.Figures.Select(name => (name, ""))).Except(operands);

    /// <inheritdoc/>
    public override int Run(IReadOnlyList<string> operands, OptionReader options, RunContext context)
    {
        ImmutableArray<PaperFigure> figures = Find(operands);
        FigureRequest request = new()
        {
            Figures = figures,
            FiniteSizes = options.FiniteSizes(),
            FiniteGrid = options.Grid(Options.FiniteGrid),
        };
        request = options.Grid(Options.Grid) is { } grid ? request with { Grid = grid } : request;
        if (request.FiniteSizes.IsEmpty ? request.FiniteGrid is not null : !figures.Contains(PaperFigure.Correlations))
        {
            throw new InputException(request.FiniteSizes.IsEmpty
                ? "--finite-grid is for --finite-n, which is missing: give the numbers of spins too, such as --finite-n 100."
                : "--finite-n is for figure 3, which is not asked for: name it, or leave out --finite-n.");
        }

        if (request.FiniteSizes.IsEmpty && options.Raw(Options.Run) is not null)
        {
            throw new InputException(
                "--run keeps the exact solutions of --finite-n, which is missing: give the numbers of spins too, such as --finite-n 100, "
                + "or leave it out.");
        }

        ResultDirectory directory = options.Raw(Options.FiguresOut) is { } path
            ? ResultDirectory.Check(path, FigureFiles.Names(FigureNames.Files(request)), options.Force(Options.FiguresOut))
            : throw new InputException($"--out is missing: figures are files. {Options.FiguresOut.Description} Example: --out results.");
        request = request with { Run = RunOptionReader.Read(options, context) };
        FigureSet set = WithResumeHint(request.Run, () => Compute(request, context));
        Provenance provenance = ProvenanceSource.Collect(request.Run.Study.Threads, Parameters(request));
        FigureReport report = FigureDescription.Describe(set, context.Backend.Paper);
        Publish(
            context,
            () => FigureText.Render(report, provenance, context.Traits.OutputStyle),
            directory,
            () => FigureFiles.Render(report, provenance));
        return ExitCode.Success;
    }

    private static ImmutableArray<PaperFigure> Find(IReadOnlyList<string> operands)
    {
        if (operands.GroupBy(operand => operand, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } duplicate)
        {
            throw new InputException($"FIGURE '{duplicate.Key}' is given {duplicate.Count()} times: give it once.");
        }

        string[] names = [.. Known.Select(known => known.Name)];
        if (operands.FirstOrDefault(operand => !names.Contains(operand, StringComparer.Ordinal)) is { } unknown)
        {
            throw new InputException($"FIGURE is '{unknown}': allowed are {string.Join(", ", names)}.{Suggestion.For(unknown, names)}");
        }

        return
        [
            .. Known.Where(known => operands.Count == 0 || operands.Contains(known.Name, StringComparer.Ordinal))
                .Select(known => known.Figure),
        ];
    }

    private static FigureSet Compute(FigureRequest request, RunContext context)
    {
        using ProgressLine line = new(context);
        Relay<FigureProgress> progress = new(state => line.Report(state.Fraction, state.What));
        return context.Backend.ComputeFigures(request, progress, context.Cancellation);
    }

    private static ImmutableArray<(string Name, string Value)> Parameters(FigureRequest request) =>
    [
        ("verb", "figures"),
        ("figures", string.Join(" ", Known.Where(known => request.Figures.Contains(known.Figure)).Select(known => known.Name))),
        ("grid", $"{request.Grid}"),
        ("finite-n", request.FiniteSizes.IsEmpty ? "none" : string.Join(",", request.FiniteSizes)),
        ("finite-grid", request.FiniteSizes.IsEmpty ? "none" : FiniteGrids(request)),
        ("threads", $"{request.Run.Study.Threads}"),
    ];

    private static string FiniteGrids(FigureRequest request) =>
        string.Join(",", request.FiniteSizes.Select(spins => $"{request.FiniteGrid ?? FigureRequest.UsualFiniteGrid(spins)}"));
}
