using System.Collections.Immutable;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Exact.Evolution.Windows;
using FiniteNCheck.Exact.Readings;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact;

/// <summary>
/// What a run needs in full and in a window, and which of the two it uses: known before anything large is allocated. A plan from
/// <see cref="ExactSolver.Plan"/> keeps the prepared problem, so <see cref="Solve"/> runs what was planned.
/// </summary>
/// <param name="Method">The method chosen; not <see cref="SolutionMethod.Auto"/>.</param>
/// <param name="Reason">Why it was chosen.</param>
/// <param name="Full">The estimate for the full density matrix.</param>
/// <param name="Window">
/// The estimate for the largest window along the run; <see langword="null"/> where a window is impossible or was not considered.
/// </param>
public sealed record ExactPlan(SolutionMethod Method, string Reason, RunEstimate Full, RunEstimate? Window)
{
    // A smaller state is evolved before a window is found. Every further block adds margins of its own around the window.
    private const double TooSmallForWindow = 200_000;
    private const double PerFurtherBlock = 25;
    private const int MaxSpinsInWindow = 1_000_000;

    // A trial at a small size takes a tenth of a second, so it pays only for runs that take this many seconds in full.
    private const double MinSecondsForTrial = 5;

    /// <summary>The estimate for the method chosen.</summary>
    public RunEstimate Taken => Method == SolutionMethod.Window ? Window! : Full;

    /// <summary>The problem planned; <see langword="null"/> for a plan that was put together by hand.</summary>
    internal PreparedProblem? Problem { get; init; }

    /// <summary>The problem planned, of sites with levels; <see langword="null"/> for others.</summary>
    internal OccupationProblem? Occupation { get; init; }

    /// <summary>
    /// The plan of a run that is put together of several: the most memory of any, the time of all. It holds estimates only.
    /// </summary>
    /// <param name="reason">What asks for them.</param>
    /// <param name="parts">What each needs.</param>
    /// <param name="method">In full, or in a window where one of the parts is.</param>
    internal static ExactPlan OfParts(
        string reason, IReadOnlyCollection<RunEstimate> parts, SolutionMethod method = SolutionMethod.Full)
    {
        RunEstimate all = parts.MaxBy(part => part.Bytes)! with { Seconds = parts.Sum(part => part.Seconds) };
        return new ExactPlan(method, reason, all, method == SolutionMethod.Window ? all : null);
    }

    /// <summary>Plans the run of a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="cancellationToken">Cancels the trial by which a long run is estimated.</param>
    /// <exception cref="InputException">A window is asked for and impossible.</exception>
    internal static ExactPlan Make(PreparedProblem problem, CancellationToken cancellationToken)
    {
        ExactPlan plan = Choose(problem, cancellationToken);
        SpectrumCost[] costs =
        [
            .. problem.Functions.Functions.Select(
                function => SpectrumCost.Of(problem.Functions, function, problem.System, problem.Representation)),
        ];
        return plan with
        {
            Full = plan.Full.With(costs, problem.Times.Count, problem.Options.ThreadCount),
            Window = plan.Window?.With(costs, problem.Times.Count, problem.Options.ThreadCount),
        };
    }

    /// <summary>Runs what was planned: evolves the density matrix and records means, covariances, functions and checks.</summary>
    /// <param name="progress">Receives the progress of the evolution.</param>
    /// <param name="cancellationToken">Cancels the run with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">The run cannot fit in memory, or would take longer than allowed.</exception>
    /// <exception cref="InvalidOperationException">The plan does not come from <see cref="ExactSolver.Plan"/>.</exception>
    public ExactResult Solve(IProgress<ExactProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (Occupation is not null)
        {
            return Occupation.Solve(progress, cancellationToken);
        }

        StateEvolution evolution = Start(cancellationToken);
        PreparedProblem problem = Problem!;
        CollectiveModel model = problem.Model;
        var run = new RecordedRun(
            problem.Times,
            problem.Functions.Functions,
            problem.Options,
            problem.Fingerprint(Method),
            3 * model.Blocks.Length,
            evolution.State.Layout.Graph.Vertices.Length);
        RecordedMoments recorded = run.Run(evolution, each => Record(problem, evolution, each), progress, cancellationToken);
        ImmutableArray<SectorComponent> components = ComponentNames.Of(model, problem.System, evolution.State);
        return new ExactResult
        {
            N = problem.N,
            Spins = model.SpinsAt(problem.N),
            Moments = recorded.Moments,
            Functions = recorded.Functions,
            Checks = recorded.Checks,
            Components = components,
            Method = DescribeMethod(problem, evolution, components),
            Steps = evolution.Steps,
            StateSize = evolution.MaxNumbers,
        };
    }

    /// <summary>Refuses a run that cannot fit in memory, or that takes longer than allowed.</summary>
    /// <param name="model">The model.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="allowLong">Whether it may take longer than <see cref="RunEstimate.LongRun"/>.</param>
    /// <exception cref="InputException">It needs more memory than there is, or more time than allowed.</exception>
    public void Require(SymmetricModel model, int n, bool allowLong = false) => Taken.Require(model, n, allowLong);

    /// <summary>Prepares the evolution planned, at <c>t = 0</c>.</summary>
    /// <param name="cancellationToken">Cancels the preparation.</param>
    /// <exception cref="InputException">The run cannot fit in memory, or would take longer than allowed.</exception>
    internal StateEvolution Start(CancellationToken cancellationToken)
    {
        PreparedProblem problem = Problem
            ?? throw new InvalidOperationException("This plan holds estimates only. Make one with ExactSolver.Plan.");
        Require(problem.Model, problem.N, problem.Options.AllowLong);
        return problem.Start(Method, cancellationToken);
    }

    private static void Record(PreparedProblem problem, StateEvolution evolution, RecordedMoments recorded)
    {
        (CollectiveSystem system, ExactOptions options) = (problem.System, problem.Options);
        var moments = Moments.Measure(system, evolution.State, options.ThreadCount);
        ExactChecks checks = StateChecks.Check(evolution, options.ThreadCount, options.AvailableMemory);
        double[] mean = moments.Mean();
        var snapshot = new Snapshot(system, evolution.State, mean, checks.Trace, checks.Error, options.ThreadCount);
        recorded.Add(mean, moments.Covariance(), problem.Functions.Read(snapshot), checks);
    }

    private static ExactPlan Choose(PreparedProblem problem, CancellationToken cancellationToken)
    {
        (CollectiveSystem system, ExactOptions options) = (problem.System, problem.Options);
        double end = problem.End;
        double rounding = RunEstimate.EstimateRounding(system.Envelope(end), end);
        RunEstimate full = RunEstimate.EstimateFull(problem, end);
        Trial? trial = null;
        if (full.Seconds > MinSecondsForTrial && full.Fits && !system.IsDriven)
        {
            trial = Trial.Run(problem, rounding, cancellationToken);
            full = RunEstimate.EstimateFull(problem, trial.MovesUntil);
        }

        bool banded = system.Arguments.All(FrameChoice.IsDiagonal);
        bool possible = banded && system.Spins.Max() <= MaxSpinsInWindow && !system.IsDriven;
        if (options.Method == SolutionMethod.Window && !possible)
        {
            throw new InputException(system.IsDriven
                ? "method is window: it serves models that do not depend on time. Use full."
                : banded
                ? $"method is window: it serves blocks of up to {MaxSpinsInWindow} spins, and this run has {system.Spins.Max()}. "
                    + "Use a smaller n."
                : "method is window: it needs rates that depend on one axis of each block, which this model's do not. Use full.");
        }

        if (options.Method == SolutionMethod.Full)
        {
            return InFull("asked for");
        }

        if (!possible)
        {
            return InFull(system.IsDriven ? "the model depends on time"
                : banded ? "too many spins for a window" : "rates along several axes need full sectors");
        }

        double tooSmall = TooSmallForWindow * Math.Pow(PerFurtherBlock, system.Groups - 1);
        if (options.Method == SolutionMethod.Auto && full.StateSize <= tooSmall)
        {
            return InFull("the state is small");
        }

        trial ??= Trial.Run(problem, rounding, cancellationToken);
        RunEstimate window = RunEstimate.EstimateWindow(problem, full.StateSize, trial);
        if (options.Method == SolutionMethod.Window)
        {
            return new ExactPlan(SolutionMethod.Window, "asked for", full, window) { Problem = problem };
        }

        bool smaller = 8 * WindowedEvolution.VectorsHeld * window.StateSize < full.Bytes / 2 || (window.Fits && !full.Fits);
        return new ExactPlan(
            smaller ? SolutionMethod.Window : SolutionMethod.Full,
            $"{Numeral.Of(window.StateSize, 2)} numbers matter of {Numeral.Of(full.StateSize, 2)}",
            full,
            window)
        {
            Problem = problem,
        };

        ExactPlan InFull(string reason) => new(SolutionMethod.Full, reason, full, null) { Problem = problem };
    }

    // The plan could only estimate the size of a window; the result states the largest one held.
    private string DescribeMethod(PreparedProblem problem, StateEvolution evolution, ImmutableArray<SectorComponent> components)
    {
        SectorGraph graph = evolution.State.Layout.Graph;
        bool isWhole = components.Length == 1 && graph.Vertices.Length == graph.Total;
        string conserved = isWhole ? "" : $"{ComponentNames.Summarise(components)}, ";
        string reason = Method == SolutionMethod.Window
            ? $"up to {Numeral.Of(evolution.MaxNumbers, 2)} numbers of {Numeral.Of(Full.StateSize, 2)}"
            : Reason;
        return $"{Method.ToString().ToLowerInvariant()} ({reason}), {problem.Describe()}, {conserved}{evolution.Integrator}";
    }
}
