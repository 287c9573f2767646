using System.Collections.Immutable;
using System.CommandLine;
using FiniteNCheck.Cli.Arguments;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting;
using FiniteNCheck.Reporting.Exact;
using FiniteNCheck.Verification.Quantities;

namespace FiniteNCheck.Cli.Verbs.Models;

/// <summary><c>exact</c>: means and covariances at finite N.</summary>
internal sealed class ExactVerb : Verb
{
    /// <inheritdoc/>
    public override string Name => "exact";

    /// <inheritdoc/>
    public override string Description => "Exact means and covariances of a model at finite N.";

    /// <inheritdoc/>
    public override string Usage => "finitencheck exact MODEL --n N --times T1,T2,.. [options]";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Meaning)> Examples =>
    [
        ("finitencheck exact studies/models/two-large-spins.yaml --n 20 --times 0.5,2", "Tables for two blocks of 20 spins each."),
        (
            "finitencheck exact studies/models/hopfield.yaml --n 40 --times 1,2,4 --format json --tolerance 1e-10",
            "One JSON document with 17 significant digits."),
        (
            "finitencheck exact studies/models/tilted-axis.yaml --n 10 --times 1 --out results",
            "Also results/exact.json, .csv, .txt and .npz."),
        (
            "finitencheck exact studies/models/hopfield.yaml --n 5000 --times 1 --tolerance 1e-6 --estimate",
            "What 10,000 spins would take."),
        (
            "finitencheck exact my-model.yaml --n 20 --times 1 --quantities my-study.yaml",
            "Also the quantities that my-study.yaml names, such as squeezing('all')."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> OwnOptions =>
    [
        Options.N, Options.Times, Options.Tolerance, Options.Threads, Options.Method, Options.Representation, Options.MemoryLimit,
        Options.Long, Options.Quantities, Options.Estimate, Options.Format, Options.Out,
    ];

    /// <inheritdoc/>
    public override Argument<string[]> Operands { get; } =
        new("MODEL") { Arity = ArgumentArity.ZeroOrMore, Description = "The model file (YAML)." };

    /// <inheritdoc/>
    public override int Run(IReadOnlyList<string> operands, OptionReader options, RunContext context)
    {
        string path = OneModel(operands);
        int n = options.N();
        ImmutableArray<double> times = options.Times();
        ExactOptions exact = new()
        {
            Tolerance = options.Tolerance(new ExactOptions().Tolerance),
            Threads = options.Threads(),
            Method = options.Choice(Options.Method, SolutionMethod.Auto),
            Representation = options.Choice(Options.Representation, Representation.Auto),
            MemoryLimit = options.MemoryLimit(),
            AllowLong = options.Has(Options.Long),
        };
        OutputFormat format = options.Choice(Options.Format, OutputFormat.Table);
        ResultDirectory? directory = CheckOut(options, "exact.npz");
        CollectiveModel model = Load(path, context);
        ImmutableArray<Quantity> quantities = options.Raw(Options.Quantities) is { } file ? QuantityReader.Load(file, model) : [];
        exact = exact with { Functions = [.. quantities.SelectMany(quantity => quantity.Functions).Distinct()] };
        ExactPlan plan = context.Backend.PlanExact(model, n, times, exact, context.Cancellation);
        if (options.Has(Options.Estimate))
        {
            context.Output.Write(PlanTable.Render(plan, context.Traits.OutputStyle));
            return ExitCode.Success;
        }

        ExactReport report = new(
            model,
            Solve(model, n, times, exact, context),
            exact.Tolerance,
            ProvenanceSource.Collect(exact.Threads, Parameters(path, n, times, exact)))
        {
            Quantities = quantities,
        };
        Publish(
            context,
            format,
            directory,
            () => ExactJson.Render(report),
            () => ExactCsv.Render(report),
            style => ExactTable.Render(report, style),
            () => [new ResultFile("exact.npz", ExactNpz.Render(report))]);
        Warn(context, report.Notes);
        return report.FailedChecks.IsEmpty ? ExitCode.Success : ExitCode.Unexpected;
    }

    private static ExactResult Solve(CollectiveModel model, int n, ImmutableArray<double> times, ExactOptions exact, RunContext context)
    {
        using ProgressLine line = new(context);
        Relay<ExactProgress> progress = new(state => line.Report(
            state.EndTime > 0 ? state.Time / state.EndTime : 1,
            $"exact, n = {n}: t = {Numeral.Of(state.Time)} of {Numeral.Of(state.EndTime)}, {state.Steps} steps"));
        return context.Backend.SolveExact(model, n, times, exact, progress, context.Cancellation);
    }

    private static ImmutableArray<(string Name, string Value)> Parameters(
        string path, int n, ImmutableArray<double> times, ExactOptions exact) =>
        [
            ("verb", "exact"),
            ("model", path),
            ("n", $"{n}"),
            ("times", string.Join(',', times.Select(time => Numeral.Exact(time)))),
            ("tolerance", Numeral.Exact(exact.Tolerance)),
            ("threads", $"{exact.Threads}"),
            ("method", exact.Method.ToString().ToLowerInvariant()),
            ("representation", exact.Representation.ToString().ToLowerInvariant()),
            ("memory-limit", exact.MemoryLimit is { } bytes ? $"{bytes}" : "machine"),
        ];
}
