using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact;

/// <summary>
/// Runs of the engine from matrices that are no states: of any trace, not positive, nothing renormalised. Their trace norm is at most 1,
/// and the evolution contracts it, so that errors have the same bounds as those of a state.
/// </summary>
/// <remarks>
/// A matrix is held in full and complex, because a frame in which the state is real or diagonal does not make these starts so. Blocks are
/// not merged: a start tells them apart. The runs share one generator and follow one another.
/// </remarks>
internal sealed class StartRuns
{
    private readonly PreparedProblem problem;
    private readonly int count;
    private FullEvolution? state;
    private int finished;

    /// <summary>Plans runs.</summary>
    /// <param name="model">The model; its initial state must be a <see cref="ProductState"/>.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">Output times, non-negative and strictly increasing.</param>
    /// <param name="options">Accuracy, threads and memory; how the state of other runs is held does not matter here.</param>
    /// <param name="count">The number of runs.</param>
    /// <exception cref="InputException">The arguments are invalid.</exception>
    public StartRuns(CollectiveModel model, int n, IReadOnlyList<double> times, ExactOptions options, int count)
        : this(Prepare(model, n, times, options), count)
    {
        if (model.Initial is Mixture or Superposition or DickeState)
        {
            throw new InputException(
                $"initial: model '{model.Name}' starts from no product state; operators at two times are computed from product states. "
                + "Give a Bloch vector for each block.");
        }
    }

    /// <summary>Plans the runs of a problem.</summary>
    /// <param name="problem">The problem, held in full and complex, no blocks merged.</param>
    /// <param name="count">The number of runs.</param>
    public StartRuns(PreparedProblem problem, int count)
    {
        (this.problem, this.count) = (problem, count);
        var one = RunEstimate.EstimateFull(problem, problem.End);
        Estimate = one with { Seconds = count * one.Seconds };
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
                    Method = SolutionMethod.Full,
                    Representation = Representation.Complex,
                    MergeBlocks = false,
                    Functions = [],
                    Checkpointing = null,
                })
            : throw new InputException(
                $"model '{model.Name}' depends on time; operators at two times are computed for models that do not. "
                + "Leave them out, or give constant parameters.");

    /// <summary>What all runs together need.</summary>
    public RunEstimate Estimate { get; }

    /// <summary>The system in its final frame, one group per block of the model.</summary>
    public CollectiveSystem System => problem.System;

    /// <summary>Where the numbers of a matrix lie, once prepared.</summary>
    public StateLayout Layout => state!.State.Layout;

    /// <summary>The number of threads.</summary>
    public int Threads => problem.Options.ThreadCount;

    /// <summary>Prepares the generator.</summary>
    /// <param name="cancellationToken">Cancels the preparation.</param>
    /// <exception cref="InputException">The runs cannot fit in memory, or would take longer than allowed.</exception>
    public void Prepare(CancellationToken cancellationToken)
    {
        Estimate.Require(problem.Model, problem.N, problem.Options.AllowLong);
        state = problem.StartFull(cancellationToken);
    }

    /// <summary>Runs one matrix and reads it at the output times.</summary>
    /// <param name="start">The matrix; <see langword="null"/> for the initial state, the last of all runs.</param>
    /// <param name="read">Reads a matrix.</param>
    /// <param name="progress">Receives the progress of all runs together.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <returns>What was read at each time, with a bound of the error of the matrix in trace norm.</returns>
    public (T Value, double Error)[] Run<T>(
        StartMatrix? start,
        Func<DensityMatrix, T> read,
        IProgress<ExactProgress>? progress,
        CancellationToken cancellationToken)
    {
        FullEvolution evolution = start is null ? state! : state!.From(start);
        bool isZero = Array.TrueForAll(evolution.State.Numbers, number => number == 0);
        var readings = new (T, double)[problem.Times.Count];
        for (int t = 0; t < readings.Length; t++)
        {
            double time = problem.Times[t];
            while (evolution.Time < time && !isZero)
            {
                evolution.StepTowards(time, cancellationToken);
                double done = (finished + (evolution.Time / problem.End)) / count;
                progress?.Report(new ExactProgress(done * problem.End, problem.End, evolution.Steps));
            }

            readings[t] = (read(evolution.State), evolution.Error);
        }

        finished++;
        return readings;
    }
}
