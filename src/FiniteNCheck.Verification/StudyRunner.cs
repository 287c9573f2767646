using System.Collections.Immutable;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification;

/// <summary>Runs a study: the theory, the exact solution at each size in turn, and the comparison.</summary>
public static class StudyRunner
{
    /// <summary>Runs a study with the exact engine and the limit theory.</summary>
    /// <param name="study">The study.</param>
    /// <param name="options">How; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Told how far the run has come.</param>
    /// <param name="cancellationToken">Ends the run with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">
    /// The study or its model says something that is not allowed, or the model has no requested fixed point. A size that cannot be computed is no error:
    /// <see cref="StudyFinding.Missing"/> names it, and the others are judged.
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
    /// <exception cref="InputException">
    /// The study or its model says something that is not allowed, or the model has no requested fixed point. A size that cannot be computed is no error:
    /// <see cref="StudyFinding.Missing"/> names it, and the others are judged.
    /// </exception>
    public static StudyFinding Run(
        Study study, StudySolvers solvers, StudyOptions? options, IProgress<StudyProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(solvers);
        StudyValidation.Check(study);
        cancellationToken.ThrowIfCancellationRequested();
        progress?.Report(new StudyProgress(study.Name, "theory", 0));
        CollectiveModel model = solvers.ResolveInitialState(study.Model, cancellationToken);
        StudyJudge judge = new(study, model, solvers, cancellationToken);
        ExactOptions how = (options ?? new StudyOptions()).ForExact(study);
        (ImmutableArray<ExactResult> exact, ImmutableArray<MissingSize> missing) = SolveLadder(study, model, solvers, how, progress, cancellationToken);
        progress?.Report(new StudyProgress(study.Name, "comparison", 1));
        return exact.IsEmpty
            ? IncompleteStudy.Of(study, missing, string.Empty)
            : IncompleteStudy.Of(study, CurveSampling.Refine(judge.Judge(exact, how), study, model, solvers, cancellationToken), missing, string.Empty);
    }

    /// <summary>The sizes one after the other. One that cannot be computed is named and stops no other.</summary>
    private static (ImmutableArray<ExactResult> Results, ImmutableArray<MissingSize> Missing) SolveLadder(
        Study study, CollectiveModel model, StudySolvers solvers, ExactOptions options, IProgress<StudyProgress>? progress, CancellationToken cancellationToken)
    {
        double[] cost =
        [
            .. study.Ladder.Select(n =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return solvers.Plan(model, n, study.Times, options, cancellationToken).Taken.Seconds;
            }),
        ];
        double total = cost.Sum();
        double done = 0;
        List<ExactResult> results = [];
        List<MissingSize> missing = [];
        for (int i = 0; i < study.Ladder.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int n = study.Ladder[i];
            string stage = $"exact, n = {n} ({model.SpinsAt(n).Sum()} spins)";
            progress?.Report(new StudyProgress(study.Name, stage, done / total));
            IProgress<ExactProgress>? inner = progress is null ? null : new SizeProgress(progress, study.Name, stage, done / total, cost[i] / total);
            try
            {
                results.Add(solvers.Exact(model, n, study.Times, options, inner, cancellationToken));
            }
            catch (Exception exception) when (exception is InputException or ArithmeticException or OutOfMemoryException)
            {
                missing.Add(new MissingSize(n, model.SpinsAt(n).Sum(), SizeFailure.Text(exception)));
            }

            done += cost[i];
        }

        return ([.. results], [.. missing]);
    }

    /// <summary>Turns the progress of one size into that of the study.</summary>
    private sealed class SizeProgress(IProgress<StudyProgress> progress, string study, string stage, double before, double share) : IProgress<ExactProgress>
    {
        public void Report(ExactProgress value)
        {
            double part = value.EndTime > 0 ? Math.Clamp(value.Time / value.EndTime, 0, 1) : 0;
            progress.Report(new StudyProgress(study, stage, before + (share * part)));
        }
    }
}
