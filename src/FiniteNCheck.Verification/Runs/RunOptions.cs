using System.Collections.Immutable;

namespace FiniteNCheck.Verification.Runs;

/// <summary>How studies are run. No option changes a number.</summary>
public sealed record RunOptions
{
    /// <summary>Time between two checkpoints of a point, unless stated.</summary>
    public static readonly TimeSpan DefaultCheckpointInterval = TimeSpan.FromMinutes(3);

    /// <summary>Accuracy, threads, memory. The threads are shared among the jobs, each of which has at least one.</summary>
    public StudyOptions Study { get; init; } = new();

    /// <summary>
    /// Points computed at the same time; 0 computes nothing and takes what is there; <see langword="null"/> for one per thread in a sweep, else one at a time.
    /// </summary>
    public int? Jobs { get; init; }

    /// <summary>The run directory; <see langword="null"/> to keep results in memory.</summary>
    public RunDirectory? Directory { get; init; }

    /// <summary>Time between two checkpoints of a point in the run directory.</summary>
    public TimeSpan CheckpointInterval { get; init; } = DefaultCheckpointInterval;

    /// <summary>Whether points that failed before are tried again.</summary>
    public bool RetryFailed { get; init; }

    /// <summary>The ids of the only points to be computed; <see langword="null"/> for all.</summary>
    public ImmutableHashSet<string>? Only { get; init; }

    /// <summary>Told, in one line each, what a user must know while the run goes on.</summary>
    public Action<string> Warn { get; init; } = _ => { };
}
