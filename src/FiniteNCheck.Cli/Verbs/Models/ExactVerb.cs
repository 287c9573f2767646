using System.Collections.Immutable;
using System.CommandLine;
using FiniteNCheck.Cli.Arguments;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;
using FiniteNCheck.Reporting;
using FiniteNCheck.Reporting.Exact;
using FiniteNCheck.Reporting.Hdf5;
using FiniteNCheck.Reporting.Moments;
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
    public override string Usage => "finitencheck exact MODEL --n N,N,.. --times T1,T2,.. [options]";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Meaning)> Examples =>
    [
        ("finitencheck exact studies/models/two-large-spins.yaml --n 20 --times 0.5,2", "Tables for two blocks of 20 spins each."),
        (
            "finitencheck exact studies/models/hopfield.yaml --n 40 --times 1,2,4 --format json --tolerance 1e-10",
            "One JSON document with 17 significant digits."),
        (
            "finitencheck exact my-model.yaml --n 10,20,40 --times 0:10:0.1 --observables z.plus,\"z.plus,z.minus\"",
            "Three sizes, a line for each of a hundred times."),
        (
            "finitencheck exact studies/models/tilted-axis.yaml --n 10 --times 1 --out results",
            "Also results/exact.json, .csv, .txt, .npz and .h5; --force replaces those of before."),
        (
            "finitencheck exact studies/models/hopfield.yaml --n 10 --times 1 --set hopfield.temperature=0.6",
            "Another number in place of one of the model file."),
        (
            "finitencheck exact studies/models/hopfield.yaml --n 5000 --times 1 --tolerance 1e-6 --estimate",
            "What 10,000 spins would take."),
        (
            "finitencheck exact my-model.yaml --n 20 --times 1 --quantities my-study.yaml",
            "Also the quantities that my-study.yaml names, such as squeezing('all')."),
        (
            "finitencheck exact studies/models/tilted-axis.yaml --n 10 --times 1 --two-time",
            "Also the two-time functions <F_a(t) F_b(0)>."),
        (
            "finitencheck exact my-model.yaml --n 10 --times 1 --weyl \"0,0,1,0,0,0; 0,1,0,0,2,0; 0,0,0,0,0,0\"",
            "Also a Weyl operator of two blocks with another at time 0 on its left."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> OwnOptions =>
    [
        Options.N, Options.Times, Options.Set, Options.Observables, Options.Tolerance, Options.Threads, Options.LinearAlgebra,
        Options.Method, Options.Representation, Options.Space, Options.EverySubspace, Options.MemoryLimit, Options.Long,
        Options.Quantities, Options.TwoTime, Options.Weyl, Options.Estimate, Options.Format, Options.Out, Options.Force,
    ];

    /// <inheritdoc/>
    public override Argument<string[]> Operands { get; } =
        new("MODEL") { Arity = ArgumentArity.ZeroOrMore, Description = "The model file (YAML)." };

    /// <inheritdoc/>
    public override int Run(IReadOnlyList<string> operands, OptionReader options, RunContext context)
    {
        string path = OneModel(operands);
        ImmutableArray<int> sizes = options.Sizes();
        ImmutableArray<double> times = options.Times();
        ImmutableArray<ModelSetting> settings = options.Settings();
        ImmutableArray<string> observables = options.ObservableNames();
        ExactOptions exact = new()
        {
            Tolerance = options.Tolerance(new ExactOptions().Tolerance),
            Threads = options.Threads(),
            Method = options.Choice(Options.Method, SolutionMethod.Auto),
            Representation = options.Choice(Options.Representation, Representation.Auto),
            MemoryLimit = options.MemoryLimit(),
            AllowLong = options.Has(Options.Long),
            CheckEverySubspace = options.Has(Options.EverySubspace),
        };
        StateSpace space = options.Choice(Options.Space, StateSpace.Auto);
        CorrelationRequest request = CorrelationRequest.Read(options);
        OutputFormat format = options.Choice(Options.Format, OutputFormat.Table);
        ResultDirectory? directory = CheckOut(options, "exact.npz", "exact.h5");
        SymmetricModel model = In(space, Load(path, context, settings));
        request.Check(model);
        var shown = ObservableSelection.Of(model, observables);
        ImmutableArray<Quantity> quantities = options.Raw(Options.Quantities) is { } file ? QuantityReader.Load(file, model) : [];
        exact = exact with { Functions = [.. quantities.SelectMany(quantity => quantity.Functions).Distinct()] };

        // Every size is planned, and refused where it is impossible, before the first one runs.
        ImmutableArray<ExactPlan> plans = [.. sizes.Select(n => context.Backend.PlanExact(model, n, times, exact, context.Cancellation))];
        if (options.Has(Options.Estimate))
        {
            foreach ((int n, ExactPlan plan) in sizes.Zip(plans))
            {
                context.Output.Write(sizes.Length > 1 ? $"n = {n}\n" : "");
                context.Output.Write(PlanTable.Render(plan, context.Traits.OutputStyle, Estimates(model, n, times, exact, request)));
            }

            return ExitCode.Success;
        }

        ExactReport[] reports = [.. sizes.Select(Solve)];
        Publish(
            context,
            format,
            directory,
            () => ExactJson.Render(reports),
            () => ExactCsv.Render(reports),
            style => string.Join('\n', reports.Select(report => ExactTable.Render(report, style))),
            () =>
            [
                new ResultFile("exact.npz", ExactNpz.Render(reports)),
                .. Hdf5Support.IsAvailable ? [new ResultFile("exact.h5", ExactNpz.RenderHdf5(reports))] : Array.Empty<ResultFile>(),
            ]);
        Warn(context, reports.SelectMany(report => report.Notes).Distinct(StringComparer.Ordinal));
        return Array.TrueForAll(reports, report => report.FailedChecks.IsEmpty) ? ExitCode.Success : ExitCode.Unexpected;

        ExactReport Solve(int n)
        {
            // What needs most memory comes first.
            TwoTimeSeries? twoTime = request.TwoTime
                ? WithProgress("two-time functions", n, (m, size, at, o, progress, token) =>
                    context.Backend.SolveTwoTime((CollectiveModel)m, size, at, o, isStationary: false, progress, token))
                : null;
            WeylSeries? weyl = request.Weyl is { } triple
                ? WithProgress("Weyl operators", n, (m, size, at, o, progress, token) =>
                    context.Backend.SolveWeyl((CollectiveModel)m, size, at, triple, o, progress, token))
                : null;
            return new ExactReport(
                model,
                WithProgress("exact", n, context.Backend.SolveExact),
                exact.Tolerance,
                ProvenanceSource.Collect(
                    exact.Threads,
                    [
                        .. Parameters(path, n, times, exact), .. ChangesOf(settings, observables), .. Parameters(space),
                        .. request.Parameters,
                    ]))
            {
                Observables = shown,
                Quantities = quantities,
                TwoTime = shown.Of(twoTime),
                Weyl = weyl,
            };
        }

        T WithProgress<T>(string what, int n, Solver<T> solve)
        {
            using ProgressLine line = new(context);
            Relay<ExactProgress> progress = new(state => line.Report(
                state.EndTime > 0 ? state.Time / state.EndTime : 1,
                $"{what}, n = {n}: t = {Numeral.Of(state.Time)} of {Numeral.Of(state.EndTime)}, {state.Steps} steps"));
            return solve(model, n, times, exact, progress, context.Cancellation);
        }
    }

    private static SymmetricModel In(StateSpace space, SymmetricModel model) => (space, model) switch
    {
        (StateSpace.Occupation, CollectiveModel pauli) => LevelModel.From(pauli),
        (StateSpace.Sectors, _) => TwoLevels.Require(model, "sectors of J"),
        _ => model,
    };

    private static IEnumerable<(string Name, string Value)> Parameters(StateSpace space) =>
        space == StateSpace.Auto ? [] : [("space", space.ToString().ToLowerInvariant())];

    private static IEnumerable<(string Name, RunEstimate Estimate)> Estimates(
        SymmetricModel model, int n, ImmutableArray<double> times, ExactOptions exact, CorrelationRequest request)
    {
        if (request.TwoTime)
        {
            yield return ("--two-time", TwoTimeSolver.Estimate((CollectiveModel)model, n, times, exact));
        }

        if (request.Weyl is { } triple)
        {
            yield return ("--weyl", WeylSolver.Estimate((CollectiveModel)model, n, times, triple, exact));
        }
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
            MemoryLimitOf(exact),
            .. exact.CheckEverySubspace ? [("every-subspace", "yes")] : Array.Empty<(string, string)>(),
        ];

    private delegate T Solver<T>(
        SymmetricModel model,
        int n,
        IReadOnlyList<double> times,
        ExactOptions options,
        IProgress<ExactProgress> progress,
        CancellationToken cancellationToken);
}
