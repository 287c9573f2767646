using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Exact;

/// <summary>
/// Solves the master equation of sites with levels exactly at finite N: the density matrix in the occupation basis, which counts the sites
/// for each pair of levels of row and column.
/// </summary>
public static class OccupationSolver
{
    /// <summary>Evolves the density matrix and records means, covariances and checks.</summary>
    /// <param name="model">The model, its initial state resolved.</param>
    /// <param name="n">The ladder value: block <c>h</c> holds <c>share_h n</c> sites.</param>
    /// <param name="times">Output times, finite, non-negative and strictly increasing.</param>
    /// <param name="options">Accuracy, threads, representation; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Receives the progress of the evolution.</param>
    /// <param name="cancellationToken">Cancels the run with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">The arguments are invalid, or the run cannot fit in memory.</exception>
    public static ExactResult Solve(
        LevelModel model,
        int n,
        IReadOnlyList<double> times,
        ExactOptions? options = null,
        IProgress<ExactProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        Plan(model, n, times, options, cancellationToken).Solve(progress, cancellationToken);

    /// <summary>Prepares a run and estimates what it needs; <see cref="ExactPlan.Solve"/> then runs it.</summary>
    /// <param name="model">The model, its initial state resolved.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">Output times, finite, non-negative and strictly increasing.</param>
    /// <param name="options">The options of the run; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the preparation.</param>
    /// <exception cref="InputException">The arguments are invalid.</exception>
    public static ExactPlan Plan(
        LevelModel model,
        int n,
        IReadOnlyList<double> times,
        ExactOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(times);
        cancellationToken.ThrowIfCancellationRequested();
        var problem = OccupationProblem.Prepare(model, n, times, options ?? new ExactOptions());
        return new ExactPlan(SolutionMethod.Full, "sites with levels", problem.Estimate, null) { Occupation = problem };
    }
}
