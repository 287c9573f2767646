using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace FiniteNCheck.Exact.Checkpoints;

/// <summary>Writes the numbers and texts of a checkpoint to a stream, large arrays piece by piece, and the checksum of them all at the end.</summary>
internal sealed class CheckpointWriter : IDisposable
{
    private readonly Stream stream;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Begins a checkpoint.</summary>
    /// <param name="stream">Receives it; buffered, and left open.</param>
    public CheckpointWriter(Stream stream)
    {
        this.stream = stream;
        Write(CheckpointFormat.Mark);
        Write(CheckpointFormat.Version);
    }

    /// <summary>Writes a whole number.</summary>
    /// <param name="value">The number.</param>
    public void Write(long value) => Put(MemoryMarshal.AsBytes(new ReadOnlySpan<long>(in value)));

    /// <summary>Writes a number, bit by bit.</summary>
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

    /// <summary>Writes numbers after their count, without a copy of them.</summary>
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

    /// <summary>Writes the checksum. Nothing may follow.</summary>
    public void Finish()
    {
        Span<byte> checksum = stackalloc byte[CheckpointFormat.ChecksumBytes];
        hash.GetHashAndReset(checksum);
        stream.Write(checksum);
    }

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();

    private void Put(ReadOnlySpan<byte> bytes)
    {
        hash.AppendData(bytes);
        stream.Write(bytes);
    }
}
