using FiniteNCheck.Model;
using FiniteNCheck.Verification.Runs;

// In the root namespace, not in that of its folder: one using takes a program from a study to its verdicts.
namespace FiniteNCheck.Verification;

/// <summary>Runs one study: the exact solution at each size, the theory, and the comparison.</summary>
public static class StudyRunner
{
    /// <summary>Runs a study with the exact engine and the limit theory.</summary>
    /// <param name="study">The study.</param>
    /// <param name="options">How; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Told how far the run has come.</param>
    /// <param name="cancellationToken">Ends the run with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">
    /// The study or its model says something that is not allowed, the model has no requested fixed point, or a size does not fit in memory. A size that fails
    /// later is no error: <see cref="StudyFinding.Missing"/> names it, and the others are judged.
    /// </exception>
    public static StudyFinding Run(
        Study study, StudyOptions? options = null, IProgress<StudyProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Run(study, StudySolvers.Default, options, progress, cancellationToken);

    /// <summary>Runs a study with stated solvers.</summary>
    /// <param name="study">The study.</param>
    /// <param name="solvers">The two sides to compare.</param>
    /// <param name="options">How; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Told how far the run has come.</param>
    /// <param name="cancellationToken">Ends the run with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">As for the run with the exact engine.</exception>
    public static StudyFinding Run(
        Study study, StudySolvers solvers, StudyOptions? options, IProgress<StudyProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(solvers);
        StudiesRun run = new([study], new RunOptions { Study = options ?? new StudyOptions(), Jobs = 1 }, solvers, progress: null, cancellationToken);
        run.Compute(progress, cancellationToken);
        return run.Judge(progress, cancellationToken)[0];
    }
}
