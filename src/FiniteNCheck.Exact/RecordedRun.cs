using System.Collections.Immutable;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Exact.Evolution.Checkpoints;
using FiniteNCheck.Model;
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
        var course = new Course(this, evolution);
        return Checkpointer.Run(Options.Checkpointing, Fingerprint, course, afterStep =>
        {
            while (course.Recorded.IsOpen)
            {
                double next = course.Recorded.Next;
                while (evolution.Time < next)
                {
                    evolution.StepTowards(next, cancellationToken);
                    afterStep();
                    progress?.Report(new ExactProgress(evolution.Time, Times[^1], evolution.Steps));
                }

                record(course.Recorded);
            }

            return course.Recorded;
        });
    }

    /// <summary>How far a run is.</summary>
    /// <param name="run">The run.</param>
    /// <param name="evolution">Its evolution.</param>
    private sealed class Course(RecordedRun run, TimedEvolution evolution) : ICheckpointed
    {
        /// <summary>What was recorded so far.</summary>
        public RecordedMoments Recorded { get; private set; } = new(run.Times, run.Functions);

        /// <inheritdoc/>
        public long Done => evolution.Steps + Recorded.Count;

        /// <inheritdoc/>
        public string Reached => $"t = {Numeral.Exact(evolution.Time)}";

        /// <inheritdoc/>
        public string Beginning => "t = 0";

        /// <inheritdoc/>
        public void Write(CheckpointWriter writer)
        {
            Recorded.Write(writer);
            evolution.Write(writer);
        }

        /// <inheritdoc/>
        public void Read(CheckpointReader reader)
        {
            var recorded = RecordedMoments.Read(reader, run.Times, run.Functions, run.Observables, run.Eigenvalues);
            evolution.Read(reader, recorded.Passed, recorded.Next);
            Recorded = recorded;
        }
    }
}
