using FiniteNCheck.Claims.Figures;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>The work of a run: its threads, its cancellation, and how much of it is done. Safe to call from several threads.</summary>
/// <param name="threads">Number of threads; 0 for all cores.</param>
/// <param name="progress">Receives the progress of the run, or <see langword="null"/>.</param>
/// <param name="cancellation">Ends the run with an <see cref="OperationCanceledException"/>.</param>
internal sealed class FigureWork(int threads, IProgress<FigureProgress>? progress, CancellationToken cancellation)
{
    private readonly Lock guard = new();
    private double planned;
    private double done;

    /// <summary>Ends the run.</summary>
    public CancellationToken Cancellation => cancellation;

    /// <summary>How loops over points run.</summary>
    public ParallelOptions Options { get; } = new()
    {
        MaxDegreeOfParallelism = threads == 0 ? Environment.ProcessorCount : threads,
        CancellationToken = cancellation,
    };

    /// <summary>Announces work, before any is done.</summary>
    /// <param name="weight">How much, in seconds of one core or in proportion to them.</param>
    public void Plan(double weight) => planned += weight;

    /// <summary>Says that a part of the work is done.</summary>
    /// <param name="what">Which.</param>
    /// <param name="weight">What it counts for.</param>
    public void Done(string what, double weight)
    {
        lock (guard)
        {
            done += weight;
            progress?.Report(new FigureProgress(what, done / planned));
        }
    }

    /// <summary>A part of the work that tells itself how far it has come.</summary>
    /// <param name="weight">What it counts for.</param>
    public IProgress<StudyProgress> PartOf(double weight) => new Part(this, weight);

    private sealed class Part(FigureWork work, double weight) : IProgress<StudyProgress>
    {
        private double reached;

        public void Report(StudyProgress value)
        {
            double step;
            lock (work.guard)
            {
                step = Math.Max(0, value.Fraction - reached);
                reached += step;
            }

            work.Done($"{value.Study}, {value.Stage}", step * weight);
        }
    }
}
