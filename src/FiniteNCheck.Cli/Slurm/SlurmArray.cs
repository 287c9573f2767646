using System.Collections.Immutable;

namespace FiniteNCheck.Cli.Slurm;

/// <summary>A job array: tasks that request the same memory and time.</summary>
/// <param name="Number">Its number in the submission, from 1.</param>
/// <param name="Tasks">Its tasks, numbered consecutively.</param>
/// <param name="Cpus">Points of a task that run at a time, on one CPU each.</param>
internal sealed record SlurmArray(int Number, ImmutableArray<SlurmTask> Tasks, int Cpus)
{
    /// <summary>Estimates of time are reliable within this factor.</summary>
    private const double TimeFactor = 3;

    /// <summary>Margin for the start, and for the last checkpoint before the limit.</summary>
    private const double SpareMinutes = 10;
    private const double MinMinutes = 15;

    /// <summary>Estimates of memory for a window are reliable within this factor; those for a full state are better.</summary>
    private const double MemoryFactor = 1.5;
    private const double BytesPerMebibyte = 1024 * 1024;

    /// <summary>Minimum request: estimates for small states are unreliable.</summary>
    private const double MinMebibytes = 500;

    /// <summary>Memory of the runtime itself, in MiB.</summary>
    public const int RuntimeMebibytes = 300;

    /// <summary>The name of its script.</summary>
    public string Script => $"array-{Number}.sh";

    /// <summary>
    /// The memory that a task requests, in MiB: that of its largest points, as many as run at a time, plus the runtime's.
    /// </summary>
    public long Mebibytes =>
        RuntimeMebibytes + (long)Math.Ceiling(Math.Max(MinMebibytes, MemoryFactor * Cpus * LargestBytes / BytesPerMebibyte));

    private double LargestBytes => Tasks.Max(task => task.Points.Max(point => point.Bytes));

    /// <summary>The estimated seconds of the longest task.</summary>
    public double Seconds => Tasks.Max(task => task.Seconds(Cpus));

    /// <summary>The time that a task requests, in minutes.</summary>
    public int Minutes => (int)Math.Min(int.MaxValue, Math.Max(MinMinutes, Math.Ceiling((TimeFactor * Seconds / 60) + SpareMinutes)));
}
