namespace FiniteNCheck.Cli.Streams;

/// <summary>Standard error. A message that cannot be written changes neither the result nor the exit status.</summary>
/// <param name="inner">The wrapped writer.</param>
internal sealed class MessageWriter(TextWriter inner) : GuardedWriter(inner)
{
    /// <inheritdoc/>
    protected override void Fail(string reason, Exception exception)
    {
        // There is no other stream on which to report it.
    }
}
