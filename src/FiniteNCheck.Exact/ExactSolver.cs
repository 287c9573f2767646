using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Exact;

/// <summary>Solves the master equation of a model exactly at finite N, using permutation symmetry within each block.</summary>
public static class ExactSolver
{
    /// <summary>Evolves the permutation-symmetric density matrix and records means, covariances and checks.</summary>
    /// <param name="model">The model, its initial state resolved.</param>
    /// <param name="n">The ladder value: block <c>h</c> holds <c>share_h n</c> spins.</param>
    /// <param name="times">
    /// Output times, non-negative and strictly increasing; the last may be infinite, for the stationary state.
    /// </param>
    /// <param name="options">Accuracy, threads, representation; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Receives the progress of the evolution.</param>
    /// <param name="cancellationToken">Cancels the run with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">The arguments are invalid, or the run cannot fit in memory.</exception>
    public static ExactResult Solve(
        SymmetricModel model,
        int n,
        IReadOnlyList<double> times,
        ExactOptions? options = null,
        IProgress<ExactProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(times);
        options ??= new ExactOptions();
        if (model is LevelModel levels)
        {
            return OccupationSolver.Solve(levels, n, times, options, progress, cancellationToken);
        }

        var pauli = (CollectiveModel)model;
        return CorrelationRun.Serves(options) ? CorrelationRun.Solve(pauli, n, times, options, progress, cancellationToken)
            : LateRun.Serves(times, options) ? LateRun.Solve(pauli, n, times, options, progress, cancellationToken)
            : Plan(model, n, times, options, cancellationToken).Solve(progress, cancellationToken);
    }

    /// <summary>
    /// Prepares a run and estimates what it needs in full and in a window; <see cref="ExactPlan.Solve"/> then runs it. A plan with an
    /// infinite time, or with functions that need runs of their own, holds estimates only.
    /// </summary>
    /// <param name="model">The model, its initial state resolved.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">Output times, non-negative and strictly increasing.</param>
    /// <param name="options">The options of the run; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the trial at small sizes by which a long run is estimated.</param>
    /// <exception cref="InputException">The arguments are invalid.</exception>
    public static ExactPlan Plan(
        SymmetricModel model,
        int n,
        IReadOnlyList<double> times,
        ExactOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(times);
        options ??= new ExactOptions();
        if (model is LevelModel levels)
        {
            return OccupationSolver.Plan(levels, n, times, options, cancellationToken);
        }

        var pauli = (CollectiveModel)model;
        return CorrelationRun.Serves(options) ? CorrelationRun.Plan(pauli, n, times, options, cancellationToken)
            : LateRun.Serves(times, options) ? LateRun.Plan(pauli, n, times, options, cancellationToken)
            : ExactPlan.Make(PreparedProblem.Prepare(pauli, n, times, options), cancellationToken);
    }
}
