namespace FiniteNCheck.Cli.Slurm;

/// <summary>A point that is still to be computed: one exact run.</summary>
/// <param name="Id">Its name in the run directory.</param>
/// <param name="Seconds">What it takes with one thread, estimated; not negative.</param>
/// <param name="Bytes">What it holds in memory, estimated; not negative.</param>
public sealed record SlurmPoint(string Id, double Seconds, double Bytes);
