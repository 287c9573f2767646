namespace FiniteNCheck.Cli.Streams;

/// <summary>Standard error: a message that nobody can be told changes neither the result nor the exit status.</summary>
/// <param name="inner">The writer that it stands for.</param>
internal sealed class MessageWriter(TextWriter inner) : GuardedWriter(inner)
{
    /// <inheritdoc/>
    protected override void Fail(string reason, Exception exception)
    {
        // There is no other stream on which to say that this one is closed.
    }
}
