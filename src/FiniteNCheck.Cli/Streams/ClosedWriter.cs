using System.Text;

namespace FiniteNCheck.Cli.Streams;

/// <summary>A stream that was closed before the program started.</summary>
internal sealed class ClosedWriter : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override void Write(char value) => throw new IOException("it is closed");

    /// <inheritdoc/>
    public override void Write(string? value) => throw new IOException("it is closed");
}
