using System.Collections.Immutable;
using System.CommandLine;
using System.Numerics;
using FiniteNCheck.Cli.Arguments;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;
using FiniteNCheck.Reporting.Spectra;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification.Spectra;

namespace FiniteNCheck.Cli.Verbs.Models;

/// <summary><c>spectrum</c>: the Fourier transform of two-time functions at finite N, with that of the limit beside it.</summary>
internal sealed class SpectrumVerb : Verb
{
    /// <inheritdoc/>
    public override string Name => "spectrum";

    /// <inheritdoc/>
    public override string Description => "Spectra of the fluctuations at finite N and in the limit.";

    /// <inheritdoc/>
    public override string Usage => "finitencheck spectrum MODEL --n N [options]";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Command, string Meaning)> Examples =>
    [
        ("finitencheck spectrum studies/models/hopfield.yaml --n 8 --until 20", "Frequencies chosen by the rates of the fluctuations."),
        (
            "finitencheck spectrum studies/models/hopfield.yaml --n 8 --frequencies -1,0,1 --until 6 --format json",
            "All elements at three frequencies, from a shorter window, as JSON."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> OwnOptions =>
    [
        Options.N, Options.Set, Options.Stationary, Options.Frequencies, Options.Until, Options.DriftOption, Options.Tolerance,
        Options.Threads, Options.LinearAlgebra, Options.MemoryLimit, Options.Long, Options.Format, Options.Out, Options.Force,
    ];

    /// <inheritdoc/>
    public override Argument<string[]> Operands { get; } =
        new("MODEL") { Arity = ArgumentArity.ZeroOrMore, Description = "The model file (YAML)." };

    /// <inheritdoc/>
    public override int Run(IReadOnlyList<string> operands, OptionReader options, RunContext context)
    {
        string path = OneModel(operands);
        int n = options.OneSize();
        ImmutableArray<double> frequencies = options.Frequencies();
        double? until = options.Until();
        Drift drift = options.Choice(Options.DriftOption, Drift.Known, drift => drift.Name, Drift.Full);
        ExactOptions exact = new()
        {
            Tolerance = options.Tolerance(new ExactOptions().Tolerance),
            Threads = options.Threads(),
            MemoryLimit = options.MemoryLimit(),
            AllowLong = options.Has(Options.Long),
        };
        bool isStationary = options.Has(Options.Stationary);
        OutputFormat format = options.Choice(Options.Format, OutputFormat.Table);
        ResultDirectory? directory = CheckOut(options);
        CollectiveModel model = TwoLevels.Require(Load(path, context, options.Settings()), "spectra");
        CollectiveModel limitModel = isStationary ? LimitCorrelations.AtFixedPoint(model, context.Cancellation) : model;
        var grid = SpectrumGrid.For(limitModel, frequencies, until);
        var fine = SpectrumGrid.For(limitModel, frequencies, until, 2);
        ImmutableArray<Complex[,]> limit = Limit(limitModel, grid, drift, isStationary, context);
        ImmutableArray<Complex[,]> finer = Limit(limitModel, fine, drift, isStationary, context);
        TwoTimeSeries series = Solve(model, n, grid, exact, isStationary, context);
        SpectrumReport report = new(
            model,
            n,
            grid,
            Spectrum.Transform(series, grid),
            limit,
            drift,
            Spectrum.Error(series, grid),
            Spectrum.Distance(limit, finer),
            ProvenanceSource.Collect(exact.Threads, Parameters(path, n, grid, drift, isStationary, exact)))
        {
            IsStationary = isStationary,
        };
        Publish(
            context,
            format,
            directory,
            () => SpectrumJson.Render(report),
            () => SpectrumCsv.Render(report),
            style => SpectrumTable.Render(report, style));
        Warn(context, report.Notes);
        return ExitCode.Success;
    }

    private static ImmutableArray<Complex[,]> Limit(
        CollectiveModel model, SpectrumGrid grid, Drift drift, bool isStationary, RunContext context)
    {
        TheoryResult theory = context.Backend.SolveTheory(model, grid.Times, drift, context.Cancellation);
        TwoTimeSeries series = isStationary
            ? LimitCorrelations.StationaryTwoTime(model, theory)
            : LimitCorrelations.TwoTime(model, theory);
        return Spectrum.Transform(series, grid);
    }

    private static TwoTimeSeries Solve(
        CollectiveModel model, int n, SpectrumGrid grid, ExactOptions exact, bool isStationary, RunContext context)
    {
        using ProgressLine line = new(context);
        Relay<ExactProgress> progress = new(state => line.Report(
            state.EndTime > 0 ? state.Time / state.EndTime : 1,
            $"two-time functions, n = {n}: t = {Numeral.Of(state.Time)} of {Numeral.Of(state.EndTime)}, {state.Steps} steps"));
        return context.Backend.SolveTwoTime(model, n, grid.Times, exact, isStationary, progress, context.Cancellation);
    }

    private static ImmutableArray<(string Name, string Value)> Parameters(
        string path, int n, SpectrumGrid grid, Drift drift, bool isStationary, ExactOptions exact) =>
        [
            ("verb", "spectrum"),
            ("model", path),
            ("n", $"{n}"),
            ("frequencies", string.Join(',', grid.Frequencies.Select(frequency => Numeral.Exact(frequency)))),
            ("until", Numeral.Exact(grid.Until)),
            ("drift", drift.Name),
            ("stationary", isStationary ? "yes" : "no"),
            ("tolerance", Numeral.Exact(exact.Tolerance)),
            ("threads", $"{exact.Threads}"),
        ];
}
