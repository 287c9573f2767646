namespace FiniteNCheck.Cli.Streams;

/// <summary>Standard output is closed, or on a disk that is full.</summary>
/// <param name="message">What cannot be written, and why.</param>
/// <param name="innerException">What the system says.</param>
internal sealed class OutputException(string message, Exception innerException) : IOException(message, innerException);
