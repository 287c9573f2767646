using System.Collections.Immutable;

namespace FiniteNCheck.Cli.Slurm;

/// <summary>A job array: tasks that ask for the same memory and time.</summary>
/// <param name="Number">Which array of the submission it is, from 1.</param>
/// <param name="Tasks">Its tasks, numbered consecutively.</param>
/// <param name="Cpus">How many points of a task run at a time, on a CPU each.</param>
internal sealed record SlurmArray(int Number, ImmutableArray<SlurmTask> Tasks, int Cpus)
{
    /// <summary>Estimates of time hold within this factor.</summary>
    private const double TimeFactor = 3;

    /// <summary>For the start, and for the last checkpoint before the limit.</summary>
    private const double SpareMinutes = 10;
    private const double FewestMinutes = 15;

    /// <summary>Estimates of a window hold within this factor; those of a full state are better.</summary>
    private const double MemoryFactor = 1.5;
    private const double BytesPerMebibyte = 1024 * 1024;

    /// <summary>Less is asked for nowhere, and estimates of small states say little about it.</summary>
    private const double FewestMebibytes = 500;

    /// <summary>What the runtime itself takes, in MiB.</summary>
    public const int RuntimeMebibytes = 300;

    /// <summary>The name of its script.</summary>
    public string Script => $"array-{Number}.sh";

    /// <summary>The memory that a task asks for, in MiB: that of its largest points, as many as run at a time, and that of the runtime.</summary>
    public long Mebibytes =>
        RuntimeMebibytes + (long)Math.Ceiling(Math.Max(FewestMebibytes, MemoryFactor * Cpus * Tasks.Max(task => task.Points.Max(point => point.Bytes)) / BytesPerMebibyte));

    /// <summary>The estimated seconds of the longest task.</summary>
    public double Seconds => Tasks.Max(task => task.Seconds(Cpus));

    /// <summary>The time that a task asks for, in minutes.</summary>
    public int Minutes => (int)Math.Min(int.MaxValue, Math.Max(FewestMinutes, Math.Ceiling((TimeFactor * Seconds / 60) + SpareMinutes)));
}
