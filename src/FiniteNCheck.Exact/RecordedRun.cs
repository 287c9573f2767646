using System.Collections.Immutable;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Model.StateFunctions;

namespace FiniteNCheck.Exact;

/// <summary>Evolves a state to its output times, records what is asked for there, and saves the progress.</summary>
/// <param name="Times">The output times.</param>
/// <param name="Functions">The functions of the state that are asked for.</param>
/// <param name="Options">The options of the run.</param>
/// <param name="Problem">What is solved, in the engine's own terms: size, method and reductions.</param>
/// <param name="Observables">The number of observables.</param>
/// <param name="Eigenvalues">The number of eigenvalues checked at every time.</param>
internal sealed record RecordedRun(
    IReadOnlyList<double> Times,
    ImmutableArray<StateFunction> Functions,
    ExactOptions Options,
    string Problem,
    int Observables,
    int Eigenvalues)
{
    // A checkpoint with another text belongs to another run.
    private string Fingerprint =>
        $"{Problem}, tolerance {Options.Tolerance.ToString("R")}, times {string.Join(' ', Times.Select(time => time.ToString("R")))}"
        + string.Concat(Functions.Select(function => $", {function}"));

    /// <summary>Runs to the last output time.</summary>
    /// <param name="evolution">The evolution at <c>t = 0</c>.</param>
    /// <param name="record">Records the state at an output time.</param>
    /// <param name="progress">Receives the progress of the evolution.</param>
    /// <param name="cancellationToken">Cancels the run with an <see cref="OperationCanceledException"/>.</param>
    public RecordedMoments Run(
        TimedEvolution evolution,
        Action<RecordedMoments> record,
        IProgress<ExactProgress>? progress,
        CancellationToken cancellationToken)
    {
        Checkpointer? checkpointer = Options.Checkpointing is null ? null : new(Options.Checkpointing, Fingerprint);
        RecordedMoments recorded = checkpointer?.Resume(evolution, Times, Functions, Observables, Eigenvalues)
            ?? new RecordedMoments(Times, Functions);
        try
        {
            while (recorded.IsOpen)
            {
                while (evolution.Time < recorded.Next)
                {
                    evolution.StepTowards(recorded.Next, cancellationToken);
                    checkpointer?.AfterStep(evolution, recorded);
                    progress?.Report(new ExactProgress(evolution.Time, Times[^1], evolution.Steps));
                }

                record(recorded);
            }
        }
        catch (OperationCanceledException)
        {
            // A step is completed or undone, never left halfway: the state is that after the last completed step.
            checkpointer?.Save(evolution, recorded);
            throw;
        }

        checkpointer?.AtEnd(evolution, recorded);
        return recorded;
    }
}
