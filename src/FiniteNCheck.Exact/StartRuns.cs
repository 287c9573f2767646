using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Exact.Evolution.Windows;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact;

/// <summary>
/// Runs of the engine from matrices that are no states: of any trace, not positive, nothing renormalised. Their trace norm is at most 1,
/// and the evolution contracts it, so that errors have the same bounds as those of a state.
/// </summary>
/// <remarks>
/// A matrix is complex, because a frame in which the state is real or diagonal does not make these starts so. Blocks are not merged: a
/// start tells them apart. The runs follow one another; those in full share one generator.
/// </remarks>
internal sealed class StartRuns
{
    private readonly PreparedProblem problem;
    private readonly double length;
    private FullEvolution? full;
    private double done;

    /// <summary>Plans runs.</summary>
    /// <param name="model">The model; its initial state must be a <see cref="ProductState"/>.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">The times, non-negative and strictly increasing; no run goes beyond the last.</param>
    /// <param name="options">Accuracy, method, threads and memory; the representation does not matter here.</param>
    /// <param name="count">The length of all runs together, in units of the last time.</param>
    /// <param name="furtherStates">What is held beside the runs, in states of the engine.</param>
    /// <exception cref="InputException">The arguments are invalid, or a window is asked for and impossible.</exception>
    public StartRuns(
        CollectiveModel model, int n, IReadOnlyList<double> times, ExactOptions options, int count, double furtherStates = 0)
        : this(Prepare(model, n, times, options), count, furtherStates)
    {
        if (model.Initial is Mixture or Superposition or DickeState)
        {
            throw new InputException(
                $"initial: model '{model.Name}' starts from no product state; operators at two times are computed from product states. "
                + "Give a Bloch vector for each block.");
        }
    }

    /// <summary>Plans the runs of a problem.</summary>
    /// <param name="problem">The problem, held complex, no blocks merged.</param>
    /// <param name="count">The length of all runs together, in units of the last time.</param>
    /// <param name="furtherStates">What is held beside the runs, in states of the engine.</param>
    /// <exception cref="InputException">A window is asked for and impossible.</exception>
    public StartRuns(PreparedProblem problem, int count, double furtherStates = 0)
    {
        (this.problem, length) = (problem, count * problem.End);
        ExactPlan? plan = problem.Options.Method == SolutionMethod.Full ? null : ExactPlan.Make(problem, CancellationToken.None);
        RunEstimate one = plan?.Taken ?? RunEstimate.EstimateFull(problem, problem.End);
        Method = plan?.Method ?? SolutionMethod.Full;
        Estimate = one with { Seconds = count * one.Seconds, Bytes = one.Bytes + (8 * furtherStates * one.StateSize) };
    }

    /// <summary>Prepares a problem for matrices that are no states.</summary>
    /// <param name="model">The model.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">Output times, non-negative and strictly increasing.</param>
    /// <param name="options">Accuracy, threads and memory.</param>
    /// <exception cref="InputException">The arguments are invalid, or the model depends on time.</exception>
    public static PreparedProblem Prepare(CollectiveModel model, int n, IReadOnlyList<double> times, ExactOptions options) =>
        !model.IsDriven
            ? PreparedProblem.Prepare(
                model,
                n,
                times,
                options with
                {
                    Representation = Representation.Complex,
                    MergeBlocks = false,
                    Functions = [],
                    Checkpointing = null,
                })
            : throw new InputException(
                $"model '{model.Name}' depends on time; operators at two times are computed for models that do not. "
                + "Leave them out, or give constant parameters.");

    /// <summary>How matrices are held; not <see cref="SolutionMethod.Auto"/>.</summary>
    public SolutionMethod Method { get; }

    /// <summary>A matrix may lack elements below it; 0 in full.</summary>
    public double Threshold => Method == SolutionMethod.Window
        ? Math.Exp(WindowedEvolution.LogThreshold(problem.System, problem.Options.Tolerance))
        : 0;

    /// <summary>What all runs together need.</summary>
    public RunEstimate Estimate { get; }

    /// <summary>The system in its final frame, one group per block of the model.</summary>
    public CollectiveSystem System => problem.System;

    /// <summary>Where the numbers of a matrix lie that is held in full, once prepared.</summary>
    public StateLayout Layout => full!.State.Layout;

    /// <summary>The number of threads.</summary>
    public int Threads => problem.Options.ThreadCount;

    /// <summary>Prepares the generator.</summary>
    /// <param name="cancellationToken">Cancels the preparation.</param>
    /// <exception cref="InputException">The runs cannot fit in memory, or would take longer than allowed.</exception>
    public void Prepare(CancellationToken cancellationToken)
    {
        Estimate.Require(problem.Model, problem.N, problem.Options.AllowLong);
        full = Method == SolutionMethod.Full ? problem.StartFull(cancellationToken) : null;
    }

    /// <summary>Runs one matrix and reads it.</summary>
    /// <param name="start">
    /// The matrix; <see langword="null"/> for the initial state, after whose run to any time but 0 there is no other.
    /// </param>
    /// <param name="times">When to read it, counted from its start; strictly increasing, the last at most that of the problem.</param>
    /// <param name="read">Reads a matrix. It changes with the next step.</param>
    /// <param name="progress">Receives the progress of all runs together.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <returns>What was read at each time, with a bound of the error of the matrix in trace norm.</returns>
    /// <exception cref="InputException">A window outgrows the memory.</exception>
    public (T Value, double Error)[] Run<T>(
        StartMatrix? start,
        IReadOnlyList<double> times,
        Func<DensityMatrix, T> read,
        IProgress<ExactProgress>? progress,
        CancellationToken cancellationToken)
    {
        StateEvolution evolution = Start(start, cancellationToken);
        bool isZero = Array.TrueForAll(evolution.State.Numbers, number => number == 0);
        var readings = new (T, double)[times.Count];
        for (int t = 0; t < readings.Length; t++)
        {
            while (evolution.Time < times[t] && !isZero)
            {
                evolution.StepTowards(times[t], cancellationToken);
                double fraction = (done + evolution.Time) / length;
                progress?.Report(new ExactProgress(fraction * problem.End, problem.End, evolution.Steps));
            }

            readings[t] = (read(evolution.State), evolution.Error);
        }

        done += times[^1];
        return readings;
    }

    private StateEvolution Start(StartMatrix? start, CancellationToken cancellationToken) =>
        full is null ? problem.StartWindow(start, cancellationToken) : start is null ? full : full.From(start);
}
