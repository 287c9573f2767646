using System.Collections.Immutable;
using FiniteNCheck.Exact;

namespace FiniteNCheck.Cli.Slurm;

/// <summary>A submission: what its scripts run, and where.</summary>
internal sealed record SlurmJob
{
    /// <summary>The words that start the program.</summary>
    public required ImmutableArray<string> Program { get; init; }

    /// <summary>The studies: names of bundled ones, absolute paths of files.</summary>
    public required ImmutableArray<string> Studies { get; init; }

    /// <summary>Whether the studies run at their large sizes.</summary>
    public required bool Large { get; init; }

    /// <summary>The method; <see langword="null"/> for that of the studies.</summary>
    public required SolutionMethod? Method { get; init; }

    /// <summary>Whether predictions may run commands.</summary>
    public required bool AllowCommands { get; init; }

    /// <summary>Whether to retry points that failed before.</summary>
    public required bool Retry { get; init; }

    /// <summary>The absolute path of the folder of the submission.</summary>
    public required string Folder { get; init; }

    /// <summary>The absolute path of the run directory.</summary>
    public required string Run { get; init; }

    /// <summary>Points of a task that run at a time, on one CPU each.</summary>
    public required int Cpus { get; init; }

    /// <summary>Further options for <c>sbatch</c>, which override those of the scripts; may be empty.</summary>
    public required string Options { get; init; }

    /// <summary>The arrays.</summary>
    public required ImmutableArray<SlurmArray> Arrays { get; init; }
}
