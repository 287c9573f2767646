using System.Buffers.Binary;
using System.Security.Cryptography;

namespace FiniteNCheck.Tests.Exact.Evolution.Checkpoints;

/// <summary>
/// The offsets of the numbers in a checkpoint, found from the description of the format alone, and forgeries of the checkpoint: one number
/// changed, with a checksum that fits.
/// </summary>
internal sealed class CheckpointMap
{
    private const int Checksum = 32;
    private readonly byte[] bytes;
    private readonly Dictionary<string, int> offsets = new(StringComparer.Ordinal);
    private int at;

    /// <summary>Reads a checkpoint.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="window">Whether the run used a window.</param>
    public CheckpointMap(byte[] bytes, bool window)
    {
        this.bytes = bytes;
        Name("mark", "version");
        Skip("identity length", 1);
        Skip("problem length", 1);
        long outputs = Value("outputs");
        for (int t = 0; t < outputs; t++)
        {
            Skip($"mean length {t}", 8);
            Skip($"covariance length {t}", 8);
            Name($"trace {t}", $"hermiticity {t}");
            Skip($"eigenvalues length {t}", 8);
            Name($"integration error {t}", $"has window error {t}", $"window error {t}", $"rounding error {t}");
        }

        Name("time", "error", "rounding", "reach", "ceiling", "steps", "rejected", "applications");
        if (window)
        {
            Name("threshold", "cut at", "dropped", "leaked", "longest step", "leak", "margin", "side", "halvings");
            Name("steps since cut", "most numbers");
            Skip("strips length", 8 * 4);
            RangesFrom = at;
            Skip("ranges length", 8 * 3);
            RangesTo = at;
        }

        Skip("state length", 8);
        if (at != bytes.Length - Checksum)
        {
            throw new InvalidDataException($"The format is not as described: {bytes.Length - Checksum - at} bytes are left.");
        }
    }

    public IEnumerable<string> Names => offsets.Keys;

    public IEnumerable<string> Lengths =>
        offsets.Keys.Where(name => name is "outputs" || name.Contains("length", StringComparison.Ordinal));

    public int RangesFrom { get; }

    public int RangesTo { get; }

    public int OffsetOf(string name) => offsets[name];

    public long ValueOf(string name) => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(offsets[name]));

    /// <summary>The checkpoint with one integer replaced.</summary>
    public byte[] With(string name, long value)
    {
        byte[] forged = [.. bytes];
        BinaryPrimitives.WriteInt64LittleEndian(forged.AsSpan(offsets[name]), value);
        return Signed(forged);
    }

    /// <summary>The checkpoint with one number changed.</summary>
    public byte[] With(string name, Func<double, double> change) =>
        With(name, BitConverter.DoubleToInt64Bits(change(BitConverter.Int64BitsToDouble(ValueOf(name)))));

    /// <summary>Replaces the last bytes by the checksum of those before.</summary>
    public static byte[] Signed(byte[] forged)
    {
        SHA256.HashData(forged.AsSpan(0, forged.Length - Checksum), forged.AsSpan(forged.Length - Checksum));
        return forged;
    }

    private void Name(params string[] names)
    {
        foreach (string name in names)
        {
            offsets.Add(name, at);
            at += 8;
        }
    }

    private long Value(string name)
    {
        Name(name);
        return ValueOf(name);
    }

    private void Skip(string length, int bytesEach)
    {
        int items = (int)Value(length);
        at += items * bytesEach;
    }
}
