using FiniteNCheck.Cli.Slurm;

namespace FiniteNCheck.Tests.Cli.Slurm;

/// <summary>Synthetic submissions.</summary>
internal static class SlurmJobs
{
    /// <summary>Six points in three tasks of two arrays.</summary>
    /// <param name="folder">The folder of the submission.</param>
    /// <param name="program">The words that start the program.</param>
    public static SlurmJob Of(string folder, params string[] program) =>
        new()
        {
            Program = [.. program],
            Studies = [Path.Combine(folder, "my study.yaml")],
            Method = null,
            AllowCommands = false,
            Large = false,
            Retry = false,
            Cpus = 1,
            Folder = folder,
            Run = Path.Combine(folder, "run"),
            Options = "",
            Arrays = SlurmPacking.Pack(
                [new("a1", 90, 1e6), new("b2", 50, 1e6), new("c3", 40, 1e6), new("d4", 10, 1e6), new("e5", 60, 2e10), new("f6", 30, 2e10)],
                3,
                1),
        };
}
