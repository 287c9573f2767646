using System.Text;

namespace FiniteNCheck.Cli.Streams;

/// <summary>Wraps a standard stream, which may be closed, full or gone; the derived class decides what a failure means.</summary>
/// <param name="inner">The wrapped writer.</param>
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
    /// <remarks>A single call, so that the lines of several threads do not mix.</remarks>
    public override void WriteLine(string? value) => Try(() => inner.WriteLine(value));

    /// <inheritdoc/>
    public override void Flush() => Try(inner.Flush);

    /// <summary>Handles a failed write.</summary>
    /// <param name="reason">The reason that the system gives.</param>
    /// <param name="exception">The exception.</param>
    protected abstract void Fail(string reason, Exception exception);

    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The inner exception says that the stream is closed; the outer one only "Access to the path is denied".
            Fail((exception.InnerException ?? exception).Message, exception);
        }
    }
}
