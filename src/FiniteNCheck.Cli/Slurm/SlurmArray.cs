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

    /// <summary>Estimates of memory leave out what is small beside the state.</summary>
    private const double MemoryFactor = 1.25;

    /// <summary>What the runtime itself takes.</summary>
    private const double RuntimeBytes = 300e6;
    private const double BytesPerMebibyte = 1024 * 1024;

    /// <summary>The name of its script.</summary>
    public string Script => $"array-{Number}.sh";

    /// <summary>What the points of a task may hold in memory together, in bytes: for <c>--memory-limit</c>.</summary>
    public long PointBytes => (long)Math.Ceiling(MemoryFactor * Cpus * Tasks.Max(task => task.Points.Max(point => point.Bytes)));

    /// <summary>The memory that a task asks for, in MiB.</summary>
    public long Mebibytes => (long)Math.Ceiling((PointBytes + RuntimeBytes) / BytesPerMebibyte);

    /// <summary>The estimated seconds of the longest task.</summary>
    public double Seconds => Tasks.Max(task => task.Seconds(Cpus));

    /// <summary>The time that a task asks for, in minutes.</summary>
    public int Minutes => (int)Math.Min(int.MaxValue, Math.Max(FewestMinutes, Math.Ceiling((TimeFactor * Seconds / 60) + SpareMinutes)));
}
