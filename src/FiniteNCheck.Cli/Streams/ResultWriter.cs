namespace FiniteNCheck.Cli.Streams;

/// <summary>Standard output. Results that cannot be written are an error.</summary>
/// <param name="inner">The wrapped writer.</param>
internal sealed class ResultWriter(TextWriter inner) : GuardedWriter(inner)
{
    /// <inheritdoc/>
    protected override void Fail(string reason, Exception exception) =>
        throw new OutputException($"Standard output cannot be written to ({reason.TrimEnd('.')}).", exception);
}
