using FiniteNCheck.Model;

namespace FiniteNCheck.Exact;

/// <summary>Solves the master equation of a model exactly at finite N, using permutation symmetry within each block.</summary>
public static class ExactSolver
{
    /// <summary>Evolves the permutation-symmetric density matrix and reads means, covariances and checks off it.</summary>
    /// <param name="model">The model; its initial state must be a <see cref="ProductState"/>.</param>
    /// <param name="n">The ladder value: block <c>h</c> holds <c>share_h n</c> spins.</param>
    /// <param name="times">Times of output, non-negative and strictly increasing.</param>
    /// <param name="options">Accuracy, threads, representation; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Told how far the evolution has come.</param>
    /// <param name="cancellationToken">Ends the run with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">The arguments are invalid, or the run cannot fit in memory.</exception>
    public static ExactResult Solve(
        CollectiveModel model,
        int n,
        IReadOnlyList<double> times,
        ExactOptions? options = null,
        IProgress<ExactProgress>? progress = null,
        CancellationToken cancellationToken = default) => throw new NotSupportedException("In work.");
}
