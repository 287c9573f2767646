using System.Collections.Immutable;

namespace FiniteNCheck.Verification.Runs;

/// <summary>How studies are run. No option changes a number.</summary>
public sealed record RunOptions
{
    /// <summary>Default time between two checkpoints of a point.</summary>
    public static readonly TimeSpan DefaultCheckpointInterval = TimeSpan.FromMinutes(3);

    /// <summary>Accuracy, threads, memory. The threads are shared among the jobs; each job has at least one.</summary>
    public StudyOptions Study { get; init; } = new();

    /// <summary>
    /// Points computed at the same time. 0 computes nothing and uses stored results;
    /// <see langword="null"/> is one per thread in a sweep, otherwise 1.
    /// </summary>
    public int? Jobs { get; init; }

    /// <summary>The run directory; <see langword="null"/> to keep results in memory.</summary>
    public RunDirectory? Directory { get; init; }

    /// <summary>Time between two checkpoints of a point in the run directory.</summary>
    public TimeSpan CheckpointInterval { get; init; } = DefaultCheckpointInterval;

    /// <summary>Whether to retry points that failed before.</summary>
    public bool RetryFailed { get; init; }

    /// <summary>The ids of the points to compute; <see langword="null"/> for all.</summary>
    public ImmutableHashSet<string>? Only { get; init; }

    /// <summary>Receives warnings during the run, one line each.</summary>
    public Action<string> Warn { get; init; } = _ => { };
}
