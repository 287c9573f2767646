namespace FiniteNCheck.Cli.Streams;

/// <summary>Standard output: results that cannot be written are an error.</summary>
/// <param name="inner">The writer that it stands for.</param>
internal sealed class ResultWriter(TextWriter inner) : GuardedWriter(inner)
{
    /// <inheritdoc/>
    protected override void Fail(string reason, Exception exception) =>
        throw new OutputException($"Standard output cannot be written to ({reason.TrimEnd('.')}).", exception);
}
