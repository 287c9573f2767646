using System.Text;

namespace FiniteNCheck.Cli.Streams;

/// <summary>A writer on a stream of the process that may be closed, or full, or gone: what becomes of that is for the derived class to say.</summary>
/// <param name="inner">The writer that it stands for.</param>
internal abstract class GuardedWriter(TextWriter inner) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Try(() => inner.Write(value));

    /// <inheritdoc/>
    public override void Write(string? value) => Try(() => inner.Write(value));

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Try(() => inner.Write(buffer, index, count));

    /// <inheritdoc/>
    /// <remarks>One call, so that the lines of several threads do not mix.</remarks>
    public override void WriteLine(string? value) => Try(() => inner.WriteLine(value));

    /// <inheritdoc/>
    public override void Flush() => Try(inner.Flush);

    /// <summary>What could not be written.</summary>
    /// <param name="reason">The system's reason.</param>
    /// <param name="exception">What was thrown.</param>
    protected abstract void Fail(string reason, Exception exception);

    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // "Access to the path is denied" hides that the stream is closed, which the inner exception says.
            Fail((exception.InnerException ?? exception).Message, exception);
        }
    }
}
