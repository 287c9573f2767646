using System.Runtime.InteropServices;
using System.Text;
using FiniteNCheck.Files;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Evolution.Checkpoints;

/// <summary>
/// Reads what <see cref="CheckpointWriter"/> wrote. The checksum is verified first. Every length is then checked against the rest of the
/// file and every number against its range, so that a forged file neither exhausts memory nor yields an impossible number.
/// </summary>
internal sealed class CheckpointReader
{
    private readonly Stream stream;
    private readonly long end;

    /// <summary>Verifies mark, version and checksum.</summary>
    /// <param name="stream">The checkpoint; seekable, and left open.</param>
    /// <exception cref="InvalidDataException">
    /// One of them is wrong. The message continues a sentence that begins "the checkpoint".
    /// </exception>
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

    /// <summary>Reads an integer.</summary>
    /// <param name="min">The smallest value allowed.</param>
    /// <param name="max">The largest value allowed.</param>
    /// <exception cref="InvalidDataException">It is out of range, or the file ends before it.</exception>
    public long Whole(long min = long.MinValue, long max = long.MaxValue)
    {
        long value = 0;
        Fill(MemoryMarshal.AsBytes(new Span<long>(ref value)));
        return value >= min && value <= max ? value : throw Impossible($"it holds {value} where {min} to {max} is possible");
    }

    /// <summary>Reads a number.</summary>
    /// <param name="min">The smallest value allowed.</param>
    /// <param name="max">The largest value allowed.</param>
    /// <exception cref="InvalidDataException">It is out of range or not a number, or the file ends before it.</exception>
    public double Number(double min, double max)
    {
        double value = Number();
        return value >= min && value <= max
            ? value
            : throw Impossible($"it holds {Numeral.Exact(value)} where {Numeral.Exact(min)} to {Numeral.Exact(max)} is possible");
    }

    /// <summary>Reads a number of any value.</summary>
    /// <exception cref="InvalidDataException">The file ends before it.</exception>
    public double Number()
    {
        double value = 0;
        Fill(MemoryMarshal.AsBytes(new Span<double>(ref value)));
        return value;
    }

    /// <summary>Reads a text that must be a given one.</summary>
    /// <param name="expected">The text.</param>
    /// <param name="otherwise">What is wrong where it is another one.</param>
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
    /// <param name="numbersEach">Numbers per item.</param>
    /// <exception cref="InvalidDataException">It is longer than the file.</exception>
    public int Count(int numbersEach) =>
        (int)Whole(0, Math.Min((Remaining - sizeof(long)) / sizeof(long) / numbersEach, Array.MaxLength));

    /// <summary>Reads numbers.</summary>
    /// <param name="length">How many there must be.</param>
    /// <exception cref="InvalidDataException">There are more or fewer, or the file ends before the last one.</exception>
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

    /// <summary>Reads the step control and the counters of a propagator.</summary>
    /// <exception cref="InvalidDataException">One of them is out of range, or the file ends before it.</exception>
    public ChebyshevState PropagatorState() => new(
        Number(double.Epsilon, double.MaxValue), Number(double.Epsilon, double.MaxValue), Whole(0), Whole(0), Whole(0));

    /// <summary>Verifies that everything has been read.</summary>
    /// <exception cref="InvalidDataException">Something is left.</exception>
    public void Finish()
    {
        if (Remaining != 0)
        {
            throw Impossible($"it holds {Remaining} bytes more than it needs");
        }
    }

    /// <summary>The exception for a file whose checksum fits and which this run cannot have written.</summary>
    /// <param name="reason">Why it cannot have.</param>
    public static InvalidDataException Impossible(string reason) => new($"is not one of this run: {reason}");

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
        using var hash = new Sha256();
        byte[] chunk = new byte[CheckpointFormat.ChunkBytes];
        stream.Position = 0;
        while (Remaining > 0)
        {
            Span<byte> part = chunk.AsSpan(0, (int)Math.Min(chunk.Length, Remaining));
            stream.ReadExactly(part);
            hash.Append(part);
        }

        Span<byte> written = stackalloc byte[CheckpointFormat.ChecksumBytes];
        stream.ReadExactly(written);
        return hash.Finish().AsSpan().SequenceEqual(written);
    }
}
