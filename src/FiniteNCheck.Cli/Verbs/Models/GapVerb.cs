using System.Collections.Immutable;
using System.CommandLine;
using FiniteNCheck.Cli.Arguments;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;
using FiniteNCheck.Reporting;
using FiniteNCheck.Reporting.Stationary;

namespace FiniteNCheck.Cli.Verbs.Models;

/// <summary><c>gap</c>: the slowest modes at finite N.</summary>
internal sealed class GapVerb : Verb
{
    /// <inheritdoc/>
    public override string Name => "gap";

    /// <inheritdoc/>
    public override string Description => "The slowest decay rates of a model at finite N, with frequencies and residuals.";

    /// <inheritdoc/>
    public override string Usage => "finitencheck gap MODEL --n N,N,.. [options]";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Meaning)> Examples =>
    [
        ("finitencheck gap studies/models/hopfield.yaml --n 10", "The slowest mode of 20 spins."),
        ("finitencheck gap studies/models/hopfield.yaml --n 2,3,4 --modes 3 --format json", "A ladder, as one JSON document."),
        (
            "finitencheck gap studies/models/hopfield.yaml --n 20 --merge-blocks",
            "The slowest mode of 40 spins among those that treat its two blocks alike."),
        ("finitencheck gap studies/models/hopfield.yaml --n 100 --merge-blocks --estimate", "What 200 spins would take."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> OwnOptions =>
    [
        Options.N, Options.Set, Options.Modes, Options.MergeBlocks, Options.OnlyReached, Options.Threads, Options.LinearAlgebra,
        Options.MemoryLimit, Options.Long, Options.SearchEstimate, Options.Format, Options.Out, Options.Force,
    ];

    /// <inheritdoc/>
    public override Argument<string[]> Operands { get; } =
        new("MODEL") { Arity = ArgumentArity.ZeroOrMore, Description = "The model file (YAML)." };

    /// <inheritdoc/>
    public override int Run(IReadOnlyList<string> operands, OptionReader options, RunContext context)
    {
        string path = OneModel(operands);
        ImmutableArray<int> sizes = options.Sizes();
        int modes = options.Whole(Options.Modes, 1, GapSolver.MaxModes) ?? 1;
        ExactOptions exact = new()
        {
            Threads = options.Threads(),
            MemoryLimit = options.MemoryLimit(),
            AllowLong = options.Has(Options.Long),
            OnlyReached = options.Has(Options.OnlyReached),
            MergeBlocks = options.Has(Options.MergeBlocks),
        };
        OutputFormat format = options.Choice(Options.Format, OutputFormat.Table);
        ResultDirectory? directory = CheckOut(options, "gap.npz", "gap.svg");
        CollectiveModel model = TwoLevels.Require(Load(path, context, options.Settings()), "searches for slow modes");
        if (options.Has(Options.SearchEstimate))
        {
            context.Output.Write(SearchEstimateTable.Render(
                sizes.Select(n => (n, GapSolver.Estimate(model, n, modes, exact))), context.Traits.OutputStyle));
            return ExitCode.Success;
        }

        GapReport report = new(
            model,
            modes,
            [.. sizes.Select(n => SearchProgress.With(context, progress =>
                context.Backend.SolveGap(model, n, modes, exact, progress, context.Cancellation)))],
            ProvenanceSource.Collect(
                exact.Threads,
                [
                    ("verb", "gap"),
                    ("model", path),
                    ("n", string.Join(',', sizes)),
                    ("modes", $"{modes}"),
                    ("merge-blocks", exact.MergeBlocks ? "yes" : "no"),
                    ("reached", exact.OnlyReached ? "yes" : "no"),
                    ("threads", $"{exact.Threads}"),
                    MemoryLimitOf(exact),
                ]));
        Publish(
            context,
            format,
            directory,
            () => GapJson.Render(report),
            () => GapCsv.Render(report),
            style => GapTable.Render(report, style),
            () => [new ResultFile("gap.npz", GapNpz.Render(report)), ResultFile.OfText("gap.svg", GapPicture.Render(report))]);
        Warn(context, [.. report.Results.SelectMany(result => report.NotesOn(result)).Distinct(StringComparer.Ordinal)]);
        return report.Failures.IsEmpty ? ExitCode.Success : ExitCode.Unexpected;
    }
}
