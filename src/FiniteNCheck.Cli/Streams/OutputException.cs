namespace FiniteNCheck.Cli.Streams;

/// <summary>Standard output is closed, or its disk is full.</summary>
/// <param name="message">What cannot be written, and why.</param>
/// <param name="innerException">The exception of the system.</param>
internal sealed class OutputException(string message, Exception innerException) : IOException(message, innerException);
