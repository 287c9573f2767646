using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace FiniteNCheck.Files;

/// <summary>
/// SHA-256 (FIPS 180-4) of data that come in parts. On Linux .NET takes it from OpenSSL, and ends the process where there is none; there
/// it is computed here, so that the program needs nothing but the C library.
/// </summary>
public sealed class Sha256 : IDisposable
{
    private const int BlockSize = 64;

    // The first 32 bits of the fractional parts of the cube roots of the first 64 primes, and of the square roots of the first 8.
    private static readonly uint[] Constants = [.. Primes(64).Select(prime => Fraction(Math.Cbrt(prime), prime, 3))];
    private static readonly uint[] Start = [.. Primes(8).Select(prime => Fraction(Math.Sqrt(prime), prime, 2))];

    private readonly IncrementalHash? system;
    private readonly uint[] state = [.. Start];
    private readonly byte[] block = new byte[BlockSize];
    private long length;

    /// <summary>Begins.</summary>
    public Sha256()
        : this(SystemHasOne.Value)
    {
    }

    internal Sha256(bool bySystem) => system = bySystem ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;

    // The versions of OpenSSL that .NET looks for.
    private static Lazy<bool> SystemHasOne { get; } = new(() => !OperatingSystem.IsLinux()
        || new[] { "libssl.so.3", "libssl.so.1.1" }.Any(name => NativeLibrary.TryLoad(name, out _)));

    /// <summary>The digest of data, 32 bytes.</summary>
    /// <param name="data">The data.</param>
    public static byte[] Of(ReadOnlySpan<byte> data)
    {
        using Sha256 hash = new();
        hash.Append(data);
        return hash.Finish();
    }

    /// <summary>Adds data.</summary>
    /// <param name="data">The data.</param>
    public void Append(ReadOnlySpan<byte> data)
    {
        if (system is not null)
        {
            system.AppendData(data);
            return;
        }

        while (data.Length > 0)
        {
            int filled = (int)(length % BlockSize);
            int taken = Math.Min(BlockSize - filled, data.Length);
            data[..taken].CopyTo(block.AsSpan(filled));
            length += taken;
            data = data[taken..];
            if (filled + taken == BlockSize)
            {
                Compress();
            }
        }
    }

    /// <summary>The digest of all data, 32 bytes; the last call.</summary>
    public byte[] Finish()
    {
        if (system is not null)
        {
            return system.GetHashAndReset();
        }

        // A one bit, zeros, and the length in bits, so that blocks are full.
        Span<byte> end = stackalloc byte[2 * BlockSize];
        end[0] = 0x80;
        int filled = (int)(length % BlockSize);
        int count = (filled < BlockSize - sizeof(long) ? BlockSize : 2 * BlockSize) - filled;
        BinaryPrimitives.WriteInt64BigEndian(end[(count - sizeof(long))..], 8 * length);
        Append(end[..count]);
        byte[] digest = new byte[32];
        for (int i = 0; i < state.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(digest.AsSpan(4 * i), state[i]);
        }

        return digest;
    }

    /// <inheritdoc/>
    public void Dispose() => system?.Dispose();

    private void Compress()
    {
        Span<uint> words = stackalloc uint[64];
        for (int i = 0; i < 16; i++)
        {
            words[i] = BinaryPrimitives.ReadUInt32BigEndian(block.AsSpan(4 * i));
        }

        for (int i = 16; i < 64; i++)
        {
            (uint early, uint late) = (words[i - 15], words[i - 2]);
            uint sigma0 = BitOperations.RotateRight(early, 7) ^ BitOperations.RotateRight(early, 18) ^ (early >> 3);
            uint sigma1 = BitOperations.RotateRight(late, 17) ^ BitOperations.RotateRight(late, 19) ^ (late >> 10);
            words[i] = words[i - 16] + sigma0 + words[i - 7] + sigma1;
        }

        (uint a, uint b, uint c, uint d) = (state[0], state[1], state[2], state[3]);
        (uint e, uint f, uint g, uint h) = (state[4], state[5], state[6], state[7]);
        for (int i = 0; i < 64; i++)
        {
            uint sum1 = BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25);
            uint sum0 = BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22);
            uint first = h + sum1 + ((e & f) ^ (~e & g)) + Constants[i] + words[i];
            uint second = sum0 + ((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e, d, c, b, a) = (g, f, e, d + first, c, b, a, first + second);
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    private static IEnumerable<int> Primes(int count) =>
        Enumerable.Range(2, 400).Where(n => Enumerable.Range(2, n - 2).All(divisor => n % divisor != 0)).Take(count);

    /// <summary>The first 32 bits of the fractional part of a root: of the largest x with (x / 2^32)^power at most the number.</summary>
    private static uint Fraction(double root, int number, int power)
    {
        var scaled = (BigInteger)(root * 4294967296.0);
        BigInteger bound = (BigInteger)number << (32 * power);
        while (BigInteger.Pow(scaled, power) > bound)
        {
            scaled--;
        }

        while (BigInteger.Pow(scaled + 1, power) <= bound)
        {
            scaled++;
        }

        return (uint)(scaled & uint.MaxValue);
    }
}
