namespace FiniteNCheck.Cli.Slurm;

/// <summary>A missing point: one exact run.</summary>
/// <param name="Id">Its name in the run directory.</param>
/// <param name="Seconds">Estimated seconds with one thread, non-negative.</param>
/// <param name="Bytes">Estimated memory in bytes, non-negative.</param>
public sealed record SlurmPoint(string Id, double Seconds, double Bytes);
