namespace FiniteNCheck.Cli.Running;

/// <summary>An interrupted run that can be resumed.</summary>
/// <param name="message">What was kept, and how to resume.</param>
/// <param name="cause">The interruption.</param>
internal sealed class RunInterruptedException(string message, OperationCanceledException cause)
    : OperationCanceledException(message, cause, cause.CancellationToken);
