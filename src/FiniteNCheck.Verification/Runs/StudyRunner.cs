using FiniteNCheck.Model;
using FiniteNCheck.Verification.Runs;

// In the root namespace, not that of its folder, so that one using directive takes a program from a study to its verdicts.
namespace FiniteNCheck.Verification;

/// <summary>Runs one study: the exact solution at each size, the theory, and the comparison.</summary>
public static class StudyRunner
{
    /// <summary>Runs a study with the exact engine and the limit theory.</summary>
    /// <param name="study">The study.</param>
    /// <param name="options">How to run it; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Receives progress reports.</param>
    /// <param name="cancellationToken">Cancels the run with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">
    /// The study or its model is invalid, the model lacks the requested fixed point, or a size does not fit in memory. A size that fails
    /// later is not an error: <see cref="StudyFinding.Missing"/> names it, and the others are judged.
    /// </exception>
    public static StudyFinding Run(
        Study study,
        StudyOptions? options = null,
        IProgress<StudyProgress>? progress = null,
        CancellationToken cancellationToken = default) => Run(study, StudySolvers.Default, options, progress, cancellationToken);

    /// <summary>Runs a study with given solvers.</summary>
    /// <param name="study">The study.</param>
    /// <param name="solvers">The two sides to compare.</param>
    /// <param name="options">How to run it; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Receives progress reports.</param>
    /// <param name="cancellationToken">Cancels the run with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">As for the run with the exact engine.</exception>
    public static StudyFinding Run(
        Study study, StudySolvers solvers, StudyOptions? options, IProgress<StudyProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(solvers);
        StudiesRun run = new(
            [study], new RunOptions { Study = options ?? new StudyOptions(), Jobs = 1 }, solvers, progress: null, cancellationToken);
        run.Compute(progress, cancellationToken);
        return run.Judge(progress, cancellationToken)[0];
    }
}
