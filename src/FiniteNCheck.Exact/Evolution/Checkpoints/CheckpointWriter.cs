using System.Runtime.InteropServices;
using System.Text;
using FiniteNCheck.Files;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Evolution.Checkpoints;

/// <summary>
/// Writes the numbers and texts of a checkpoint to a stream, large arrays chunk by chunk, and at the end the checksum of everything.
/// </summary>
internal sealed class CheckpointWriter : IDisposable
{
    private readonly Stream stream;
    private readonly Sha256 hash = new();

    /// <summary>Begins a checkpoint.</summary>
    /// <param name="stream">Receives the checkpoint; buffered, and left open.</param>
    public CheckpointWriter(Stream stream)
    {
        this.stream = stream;
        Write(CheckpointFormat.Mark);
        Write(CheckpointFormat.Version);
    }

    /// <summary>Writes an integer.</summary>
    /// <param name="value">The number.</param>
    public void Write(long value) => Put(MemoryMarshal.AsBytes(new ReadOnlySpan<long>(in value)));

    /// <summary>Writes a number, every bit of it.</summary>
    /// <param name="value">The number.</param>
    public void Write(double value) => Put(MemoryMarshal.AsBytes(new ReadOnlySpan<double>(in value)));

    /// <summary>Writes a text after its length.</summary>
    /// <param name="text">The text.</param>
    public void Write(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Write(bytes.LongLength);
        Put(bytes);
    }

    /// <summary>Writes numbers after their count, without copying them.</summary>
    /// <param name="values">The numbers.</param>
    public void Write(ReadOnlySpan<double> values)
    {
        const int Chunk = CheckpointFormat.ChunkBytes / sizeof(double);
        Write((long)values.Length);
        while (values.Length > 0)
        {
            int length = Math.Min(values.Length, Chunk);
            Put(MemoryMarshal.AsBytes(values[..length]));
            values = values[length..];
        }
    }

    /// <summary>Writes the step control and the counters of a propagator.</summary>
    /// <param name="state">The state of the propagator.</param>
    public void Write(ChebyshevState state)
    {
        Write(state.Reach);
        Write(state.Ceiling);
        Write(state.Steps);
        Write(state.RejectedSteps);
        Write(state.Applications);
    }

    /// <summary>Writes the checksum; nothing may follow.</summary>
    public void Finish()
    {
        Span<byte> checksum = stackalloc byte[CheckpointFormat.ChecksumBytes];
        hash.Finish().CopyTo(checksum);
        stream.Write(checksum);
    }

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();

    private void Put(ReadOnlySpan<byte> bytes)
    {
        hash.Append(bytes);
        stream.Write(bytes);
    }
}
