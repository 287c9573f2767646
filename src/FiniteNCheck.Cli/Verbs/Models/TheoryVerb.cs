using System.Collections.Immutable;
using System.CommandLine;
using FiniteNCheck.Cli.Arguments;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;
using FiniteNCheck.Reporting;
using FiniteNCheck.Reporting.Hdf5;
using FiniteNCheck.Reporting.Moments;
using FiniteNCheck.Reporting.Theory;
using FiniteNCheck.Theory;

namespace FiniteNCheck.Cli.Verbs.Models;

/// <summary><c>theory</c>: mean field and Gaussian fluctuations for N to infinity.</summary>
internal sealed class TheoryVerb : Verb
{
    /// <inheritdoc/>
    public override string Name => "theory";

    /// <inheritdoc/>
    public override string Description => "What the theory predicts for a model as N goes to infinity.";

    /// <inheritdoc/>
    public override string Usage => "finitencheck theory MODEL --times T1,T2,.. [options]";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Meaning)> Examples =>
    [
        ("finitencheck theory studies/models/two-large-spins.yaml --times 0.5,2", "Mean field and covariance with the full drift."),
        (
            "finitencheck theory studies/models/hopfield.yaml --times 1,4 --drift printed --format json",
            "The drift as printed in (35), as JSON."),
        (
            "finitencheck theory my-model.yaml --times 0:10:0.1 --set omega=0.4 --observables z.plus,z.minus",
            "Two observables along a hundred times, with another value of a parameter."),
        (
            "finitencheck theory studies/models/hopfield.yaml --times 4 --format csv --out results",
            "CSV, and all formats in the directory results."),
        (
            "finitencheck theory studies/models/two-large-spins.yaml --times 0.5,2 --order 1 --n 40",
            "The coefficients of 1/n too, and what they say at n = 40."),
        (
            "finitencheck theory studies/models/tilted-axis.yaml --times 1 --two-time",
            "Also the two-time functions <F_a(t) F_b(0)>."),
        (
            "finitencheck theory my-model.yaml --times 1 --weyl \"0,0,1,0,0,0; 0,1,0,0,2,0; 0,0,0,0,0,0\"",
            "Also a Weyl operator of two blocks with another at time 0 on its left."),
        ("finitencheck theory my-model.yaml --times 0.5,2 --watch", "Again each time my-model.yaml is saved."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> OwnOptions =>
    [
        Options.Times, Options.Set, Options.Observables, Options.DriftOption, Options.Order, Options.EvaluatedAt,
        Options.Component, Options.TwoTime, Options.Weyl, Options.LinearAlgebra, Options.Watch, Options.Format, Options.Out, Options.Force,
    ];

    /// <inheritdoc/>
    public override Argument<string[]> Operands { get; } =
        new("MODEL") { Arity = ArgumentArity.ZeroOrMore, Description = "The model file (YAML)." };

    /// <inheritdoc/>
    public override int Run(IReadOnlyList<string> operands, OptionReader options, RunContext context)
    {
        string path = OneModel(operands);
        ImmutableArray<double> times = options.Times();
        ImmutableArray<ModelSetting> settings = options.Settings();
        ImmutableArray<string> observables = options.ObservableNames();
        Drift drift = options.Choice(Options.DriftOption, Drift.Known, drift => drift.Name, Drift.Full);
        OutputFormat format = options.Choice(Options.Format, OutputFormat.Table);
        Expansion expansion = ExpansionOf(options, drift);
        CorrelationRequest request = CorrelationRequest.Read(options);
        bool watch = options.Has(Options.Watch);
        if (watch && (format != OutputFormat.Table || options.Raw(Options.Out) is not null))
        {
            throw new InputException("--watch prints tables on standard output until Ctrl-C: leave out --format and --out.");
        }

        ResultDirectory? directory = CheckOut(options, "theory.npz", "theory.h5");
        if (watch)
        {
            ExpectFile("model file", path);
            FileWatch.RunAgain(path, Show, context);
        }

        Show();
        return ExitCode.Success;

        void Show() => this.Show(path, settings, times, observables, drift, expansion, request, options, format, directory, context);
    }

    private static Expansion ExpansionOf(OptionReader options, Drift drift)
    {
        Expansion expansion = new(options.Order(), options.EvaluatedAt());
        if (expansion.Order == 0 && expansion.N is not null)
        {
            throw new InputException(
                "--n evaluates the expansion in 1/n, which --order 1 asks for: add --order 1, "
                + "or use 'finitencheck exact' for exact numbers at finite n.");
        }

        return expansion.Order == 0 || drift == Drift.Full
            ? expansion
            : throw new InputException("--order 1 expands about the limit with the full drift: leave out --drift printed.");
    }

    private void Show(
        string path,
        ImmutableArray<ModelSetting> settings,
        ImmutableArray<double> times,
        ImmutableArray<string> observables,
        Drift drift,
        Expansion expansion,
        CorrelationRequest request,
        OptionReader options,
        OutputFormat format,
        ResultDirectory? directory,
        RunContext context)
    {
        SymmetricModel model = options.ComponentOf(Load(path, context, settings));
        var shown = ObservableSelection.Of(model, observables);
        request.Check(model);
        TheoryResult result = context.Backend.SolveTheory(model, times, drift, context.Cancellation);
        TheoryCorrections? corrections = expansion.Order == 0
            ? null
            : new TheoryCorrections(
                context.Backend.SolveCorrections(
                    TwoLevels.Require(model, "the coefficients of 1/n (order 1)"), times, context.Cancellation),
                expansion.N);
        Provenance provenance = ProvenanceSource.Collect(
            1,
            [
                .. Parameters(path, times, drift, expansion), .. ChangesOf(settings, observables), .. options.ComponentParameter(),
                .. request.Parameters,
            ]);
        TheoryReport report = new(model, result, provenance, corrections)
        {
            TwoTime = request.TwoTime ? LimitCorrelations.TwoTime((CollectiveModel)model, result) : null,
            Weyl = request.Weyl is { } triple ? LimitCorrelations.Weyl((CollectiveModel)model, result, triple) : null,
        };
        report = observables.IsEmpty ? report : report.For(shown);
        Publish(
            context,
            format,
            directory,
            () => TheoryJson.Render(report),
            () => TheoryCsv.Render(report),
            style => TheoryTable.Render(report, style),
            () =>
            [
                new ResultFile("theory.npz", TheoryNpz.Render(report)),
                .. Hdf5Support.IsAvailable ? [new ResultFile("theory.h5", TheoryNpz.RenderHdf5(report))] : Array.Empty<ResultFile>(),
            ]);
        Warn(context, report.Notes);
    }

    private static ImmutableArray<(string Name, string Value)> Parameters(
        string path, ImmutableArray<double> times, Drift drift, Expansion expansion) =>
        [
            ("verb", "theory"),
            ("model", path),
            ("times", string.Join(',', times.Select(time => Numeral.Exact(time)))),
            ("drift", drift.ToString().ToLowerInvariant()),
            .. expansion.Order == 0 ? [] : (ReadOnlySpan<(string, string)>)[("order", $"{expansion.Order}")],
            .. expansion.N is { } n ? (ReadOnlySpan<(string, string)>)[("n", $"{n}")] : [],
        ];

    /// <summary>The requested terms beyond the limit.</summary>
    /// <param name="Order">The order in 1/n.</param>
    /// <param name="N">The ladder value at which it is evaluated, if any.</param>
    private readonly record struct Expansion(int Order, int? N);
}
