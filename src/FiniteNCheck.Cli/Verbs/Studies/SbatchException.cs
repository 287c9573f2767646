namespace FiniteNCheck.Cli.Verbs.Studies;

/// <summary>Slurm does not take a job.</summary>
/// <param name="message">What <c>sbatch</c> says.</param>
/// <param name="inner">The cause, if there is one.</param>
internal sealed class SbatchException(string message, Exception? inner = null) : Exception(message, inner);
