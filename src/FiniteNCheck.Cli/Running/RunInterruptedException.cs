namespace FiniteNCheck.Cli.Running;

/// <summary>An interrupted run that has left something to go on from.</summary>
/// <param name="message">What is there, and what to do.</param>
/// <param name="cause">The interruption.</param>
internal sealed class RunInterruptedException(string message, OperationCanceledException cause) : OperationCanceledException(message, cause, cause.CancellationToken);
