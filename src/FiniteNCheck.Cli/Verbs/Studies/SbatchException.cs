namespace FiniteNCheck.Cli.Verbs.Studies;

/// <summary>Slurm rejects a job.</summary>
/// <param name="message">The message of <c>sbatch</c>.</param>
/// <param name="inner">The cause, if any.</param>
internal sealed class SbatchException(string message, Exception? inner = null) : Exception(message, inner);
