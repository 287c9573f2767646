using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Checkpoints;

/// <summary>
/// Reads what <see cref="CheckpointWriter"/> wrote. The checksum comes first; then every length is held against what the file still has and every number
/// against its range, so that a forged file costs neither memory nor a wrong number.
/// </summary>
internal sealed class CheckpointReader
{
    private readonly Stream stream;
    private readonly long end;

    /// <summary>Checks mark, version and checksum.</summary>
    /// <param name="stream">The checkpoint; can seek; left open.</param>
    /// <exception cref="InvalidDataException">The message goes on from "the checkpoint".</exception>
    public CheckpointReader(Stream stream)
    {
        this.stream = stream;
        end = stream.Length - CheckpointFormat.ChecksumBytes;
        if (end < CheckpointFormat.HeadBytes)
        {
            throw new InvalidDataException($"is truncated: it has {stream.Length} bytes");
        }

        if (Whole() != CheckpointFormat.Mark)
        {
            throw new InvalidDataException("is no checkpoint, or its first bytes are damaged");
        }

        if (Whole() is not CheckpointFormat.Version and var version)
        {
            throw new InvalidDataException($"has format version {version}, this program reads version {CheckpointFormat.Version}");
        }

        if (!ChecksumHolds())
        {
            throw new InvalidDataException("is truncated or damaged: its checksum does not fit");
        }

        stream.Position = CheckpointFormat.HeadBytes;
    }

    private long Remaining => end - stream.Position;

    /// <summary>Reads a whole number.</summary>
    /// <param name="least">The least allowed.</param>
    /// <param name="most">The greatest allowed.</param>
    /// <exception cref="InvalidDataException">It is out of range, or the file ends before it.</exception>
    public long Whole(long least = long.MinValue, long most = long.MaxValue)
    {
        long value = 0;
        Fill(MemoryMarshal.AsBytes(new Span<long>(ref value)));
        return value >= least && value <= most ? value : throw Impossible($"it holds {value} where {least} to {most} is possible");
    }

    /// <summary>Reads a number.</summary>
    /// <param name="least">The least allowed.</param>
    /// <param name="most">The greatest allowed.</param>
    /// <exception cref="InvalidDataException">It is out of range or not a number, or the file ends before it.</exception>
    public double Number(double least, double most)
    {
        double value = Number();
        return value >= least && value <= most ? value : throw Impossible($"it holds {Numeral.Exact(value)} where {Numeral.Exact(least)} to {Numeral.Exact(most)} is possible");
    }

    /// <summary>Reads a number of any value.</summary>
    /// <exception cref="InvalidDataException">The file ends before it.</exception>
    public double Number()
    {
        double value = 0;
        Fill(MemoryMarshal.AsBytes(new Span<double>(ref value)));
        return value;
    }

    /// <summary>Reads a text that there is only one possibility for.</summary>
    /// <param name="expected">The text.</param>
    /// <param name="otherwise">What it means when it is another one.</param>
    /// <exception cref="InvalidDataException">It is another one.</exception>
    public void Expect(string expected, string otherwise)
    {
        byte[] wanted = Encoding.UTF8.GetBytes(expected);
        byte[] found = Whole() == wanted.Length ? new byte[wanted.Length] : throw Impossible(otherwise);
        Fill(found);
        if (!found.AsSpan().SequenceEqual(wanted))
        {
            throw Impossible(otherwise);
        }
    }

    /// <summary>Reads the length of a list.</summary>
    /// <param name="numbersEach">Numbers of one of its items.</param>
    /// <exception cref="InvalidDataException">It is longer than the file.</exception>
    public int Count(int numbersEach) => (int)Whole(0, Math.Min((Remaining - sizeof(long)) / sizeof(long) / numbersEach, Array.MaxLength));

    /// <summary>Reads numbers.</summary>
    /// <param name="length">How many there have to be.</param>
    /// <exception cref="InvalidDataException">There are more or less, or the file ends before the last one.</exception>
    public double[] Numbers(long length)
    {
        if (Count(1) is var count && count != length)
        {
            throw Impossible($"it holds {count} numbers where {length} are needed");
        }

        const int Chunk = CheckpointFormat.ChunkBytes / sizeof(double);
        double[] values = new double[count];
        for (int from = 0; from < count; from += Chunk)
        {
            Fill(MemoryMarshal.AsBytes(values.AsSpan(from, Math.Min(Chunk, count - from))));
        }

        return values;
    }

    /// <summary>Checks that everything has been read.</summary>
    /// <exception cref="InvalidDataException">Something is left.</exception>
    public void Finish()
    {
        if (Remaining != 0)
        {
            throw Impossible($"it holds {Remaining} bytes more than it needs");
        }
    }

    /// <summary>What is wrong with a file whose checksum fits.</summary>
    /// <param name="why">Why it cannot be one of this run.</param>
    public static InvalidDataException Impossible(string why) => new($"is not one of this run: {why}");

    private void Fill(Span<byte> bytes)
    {
        if (bytes.Length > Remaining)
        {
            throw Impossible("it holds less than it needs");
        }

        stream.ReadExactly(bytes);
    }

    private bool ChecksumHolds()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] chunk = new byte[CheckpointFormat.ChunkBytes];
        stream.Position = 0;
        while (Remaining > 0)
        {
            Span<byte> piece = chunk.AsSpan(0, (int)Math.Min(chunk.Length, Remaining));
            stream.ReadExactly(piece);
            hash.AppendData(piece);
        }

        Span<byte> written = stackalloc byte[CheckpointFormat.ChecksumBytes];
        stream.ReadExactly(written);
        return hash.GetHashAndReset().AsSpan().SequenceEqual(written);
    }
}
