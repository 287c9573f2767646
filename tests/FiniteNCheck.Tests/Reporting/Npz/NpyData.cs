using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace FiniteNCheck.Tests.Reporting.Npz;

/// <summary>An array out of an archive of NumPy, read by the tests' own reader.</summary>
/// <param name="Type">The type, such as <c>&lt;f8</c>.</param>
/// <param name="Shape">The lengths of the indices.</param>
/// <param name="Bytes">The values.</param>
internal sealed partial record NpyData(string Type, int[] Shape, byte[] Bytes)
{
    public double[] Reals =>
        [.. Values(8, "<f8").Select(value => BitConverter.Int64BitsToDouble(BinaryPrimitives.ReadInt64LittleEndian(value)))];

    public Complex[] ComplexNumbers =>
    [
        .. Values(16, "<c16").Select(value => new Complex(
            BinaryPrimitives.ReadDoubleLittleEndian(value.AsSpan(0, 8)), BinaryPrimitives.ReadDoubleLittleEndian(value.AsSpan(8, 8)))),
    ];

    public long[] Integers => [.. Values(8, "<i8").Select(value => BinaryPrimitives.ReadInt64LittleEndian(value))];

    public bool[] Flags => [.. Values(1, "|b1").Select(value => value[0] != 0)];

    public string[] Texts => [.. Values(4 * int.Parse(Type[2..]), Type).Select(value => Encoding.UTF32.GetString(value).TrimEnd('\0'))];

    /// <summary>The arrays of an archive by their names.</summary>
    public static Dictionary<string, NpyData> ReadAll(byte[] archive)
    {
        using ZipArchive zip = new(new MemoryStream(archive));
        return zip.Entries.ToDictionary(entry => Path.ChangeExtension(entry.FullName, null), Read, StringComparer.Ordinal);
    }

    private static NpyData Read(ZipArchiveEntry entry)
    {
        using MemoryStream stream = new();
        using (Stream content = entry.Open())
        {
            content.CopyTo(stream);
        }

        byte[] file = stream.ToArray();
        if (!string.Equals(Encoding.Latin1.GetString(file, 0, 8), "\u0093NUMPY\u0001\0", StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{entry.FullName} does not begin as version 1.0 of the format does.");
        }

        int start = 10 + BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(8));
        Match header = Header().Match(Encoding.ASCII.GetString(file, 10, start - 10));
        return header.Success && start % 64 == 0
            ? new NpyData(
                header.Groups["type"].Value,
                [
                    .. header
                        .Groups["shape"]
                        .Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                        .Select(int.Parse),
                ],
                file[start..])
            : throw new InvalidDataException(
                $"The header of {entry.FullName} is not one of the format, "
                    + "or the numbers after it do not begin at a multiple of 64.");
    }

    private IEnumerable<byte[]> Values(int size, string type)
    {
        int count = Shape.Aggregate(1, (product, length) => product * length);
        return string.Equals(Type, type, StringComparison.Ordinal) && Bytes.Length == count * size
            ? Bytes.Chunk(size)
            : throw new InvalidDataException(
                $"{Bytes.Length} bytes of type {Type}, shape "
                    + $"[{string.Join(", ", Shape)}], are not {count} values of {type}.");
    }

    [GeneratedRegex(
        @"^\{'descr': '(?<type>[^']*)', 'fortran_order': False, 'shape': \((?<shape>[0-9, ]*)\), \} *\n$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Header();
}
