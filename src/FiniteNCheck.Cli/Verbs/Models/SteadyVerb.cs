using System.Collections.Immutable;
using System.CommandLine;
using FiniteNCheck.Cli.Arguments;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;
using FiniteNCheck.Reporting;
using FiniteNCheck.Reporting.Stationary;
using FiniteNCheck.Verification.Quantities;

namespace FiniteNCheck.Cli.Verbs.Models;

/// <summary><c>steady</c>: stationary states at finite N.</summary>
internal sealed class SteadyVerb : Verb
{
    /// <inheritdoc/>
    public override string Name => "steady";

    /// <inheritdoc/>
    public override string Description => "Stationary states of a model at finite N, with a certificate.";

    /// <inheritdoc/>
    public override string Usage => "finitencheck steady MODEL --n N,N,.. [options]";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Meaning)> Examples =>
    [
        ("finitencheck steady studies/models/hopfield.yaml --n 40", "Means and covariances of the stationary state of 80 spins."),
        (
            "finitencheck steady studies/models/hopfield.yaml --n 10,20,40 --format json --out results",
            "A ladder, as one JSON document, also in results/steady.json, .csv, .txt and .npz."),
        ("finitencheck steady studies/models/hopfield.yaml --n 20 --prove", "With proven bounds of the errors."),
        ("finitencheck steady studies/models/hopfield.yaml --n 200 --estimate", "What 400 spins would take."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> OwnOptions =>
    [
        Options.N, Options.Set, Options.ResidualTolerance, Options.Prove, Options.Threads, Options.LinearAlgebra, Options.Representation,
        Options.MemoryLimit, Options.Long, Options.Quantities, Options.SearchEstimate, Options.Format, Options.Out, Options.Force,
    ];

    /// <inheritdoc/>
    public override Argument<string[]> Operands { get; } =
        new("MODEL") { Arity = ArgumentArity.ZeroOrMore, Description = "The model file (YAML)." };

    /// <inheritdoc/>
    public override int Run(IReadOnlyList<string> operands, OptionReader options, RunContext context)
    {
        string path = OneModel(operands);
        ImmutableArray<int> sizes = options.Sizes();
        ExactOptions exact = new()
        {
            Tolerance = options.ResidualTolerance(new ExactOptions().Tolerance),
            Threads = options.Threads(),
            Representation = options.Choice(Options.Representation, Representation.Auto),
            MemoryLimit = options.MemoryLimit(),
            AllowLong = options.Has(Options.Long),
            ProveStationary = options.Has(Options.Prove),
        };
        OutputFormat format = options.Choice(Options.Format, OutputFormat.Table);
        ResultDirectory? directory = CheckOut(options, "steady.npz");
        CollectiveModel model = TwoLevels.Require(Load(path, context, options.Settings()), "searches for a stationary state");
        ImmutableArray<Quantity> quantities = options.Raw(Options.Quantities) is { } file ? QuantityReader.Load(file, model) : [];
        exact = exact with { Functions = [.. quantities.SelectMany(quantity => quantity.Functions).Distinct()] };
        if (options.Has(Options.SearchEstimate))
        {
            context.Output.Write(SearchEstimateTable.Render(
                sizes.Select(n => (n, SteadySolver.Estimate(model, n, exact))), context.Traits.OutputStyle));
            return ExitCode.Success;
        }

        SteadyReport report = new(
            model,
            [.. sizes.Select(n => SearchProgress.With(context, progress =>
                context.Backend.SolveSteady(model, n, exact, progress, context.Cancellation)))],
            ProvenanceSource.Collect(
                exact.Threads,
                [
                    ("verb", "steady"),
                    ("model", path),
                    ("n", string.Join(',', sizes)),
                    ("tolerance", Numeral.Exact(exact.Tolerance)),
                    ("prove", exact.ProveStationary ? "yes" : "no"),
                    ("threads", $"{exact.Threads}"),
                    ("representation", exact.Representation.ToString().ToLowerInvariant()),
                    MemoryLimitOf(exact),
                ]))
        {
            Quantities = quantities,
        };
        Publish(
            context,
            format,
            directory,
            () => SteadyJson.Render(report),
            () => SteadyCsv.Render(report),
            style => SteadyTable.Render(report, style),
            () => [new ResultFile("steady.npz", SteadyNpz.Render(report))]);
        Warn(context, [.. report.Results.SelectMany(result => report.NotesOn(result)).Distinct(StringComparer.Ordinal)]);
        return report.Failures.IsEmpty ? ExitCode.Success : ExitCode.Unexpected;
    }
}
