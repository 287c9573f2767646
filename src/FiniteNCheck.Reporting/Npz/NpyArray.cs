using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Numerics;
using System.Text;

namespace FiniteNCheck.Reporting.Npz;

/// <summary>An array in the file format of NumPy, version 1.0: little-endian, the last index running fastest.</summary>
internal sealed class NpyArray
{
    /// <summary>The data begin at a multiple of this.</summary>
    private const int Alignment = 64;

    private static readonly byte[] Magic = [0x93, .. "NUMPY"u8, 1, 0];

    private NpyArray(string name, string type, ReadOnlySpan<int> shape, int count, byte[] data)
    {
        Name = name;
        Type = type;
        Shape = [.. shape];
        Data = data;
        int expected = Shape.Aggregate(1, (product, length) => product * length);
        if (count != expected)
        {
            throw new ArgumentException(
                $"'{name}' has {count} values, and its shape ({string.Join(", ", Shape)}) holds {expected}.",
                nameof(shape));
        }
    }

    /// <summary>The name under which it is read.</summary>
    public string Name { get; }

    /// <summary>The type of an element as NumPy writes it, such as <c>&lt;f8</c>, <c>|b1</c> or <c>&lt;U5</c>.</summary>
    public string Type { get; }

    /// <summary>The lengths of the indices; none for a single value.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>The elements, little-endian, the last index running fastest.</summary>
    public ReadOnlyMemory<byte> Data { get; }

    /// <summary>Arrays of one name, type and shape as one, with an index more in front.</summary>
    /// <param name="arrays">The arrays, at least one.</param>
    public static NpyArray Stack(IReadOnlyList<NpyArray> arrays)
    {
        NpyArray first = arrays[0];
        if (arrays.FirstOrDefault(array => !first.IsLike(array)) is { } other)
        {
            throw new ArgumentException($"'{other.Name}' does not have the name, type and shape of '{first.Name}'.", nameof(arrays));
        }

        int[] shape = [arrays.Count, .. first.Shape];
        int count = shape.Aggregate(1, (product, length) => product * length);
        return new NpyArray(first.Name, first.Type, shape, count, [.. arrays.SelectMany(array => array.Data.ToArray())]);
    }

    private bool IsLike(NpyArray other) => string.Equals(Name, other.Name, StringComparison.Ordinal)
        && string.Equals(Type, other.Type, StringComparison.Ordinal)
        && Shape.SequenceEqual(other.Shape);

    /// <summary>Numbers of double precision, type <c>&lt;f8</c>; NaN for one that does not exist.</summary>
    /// <param name="name">The name of the array.</param>
    /// <param name="values">The numbers, the last index running fastest.</param>
    /// <param name="shape">The lengths of the indices; none for a single number.</param>
    public static NpyArray OfReals(string name, IEnumerable<double> values, params ReadOnlySpan<int> shape)
    {
        double[] all = [.. values];
        byte[] data = new byte[all.Length * sizeof(double)];
        for (int i = 0; i < all.Length; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(data.AsSpan(i * sizeof(double)), all[i]);
        }

        return new NpyArray(name, "<f8", shape, all.Length, data);
    }

    /// <summary>Complex numbers, type <c>&lt;c16</c>.</summary>
    /// <param name="name">The name of the array.</param>
    /// <param name="values">The numbers, the last index running fastest.</param>
    /// <param name="shape">The lengths of the indices; none for a single number.</param>
    public static NpyArray OfComplexNumbers(string name, IEnumerable<Complex> values, params ReadOnlySpan<int> shape)
    {
        Complex[] all = [.. values];
        byte[] data = new byte[all.Length * 2 * sizeof(double)];
        for (int i = 0; i < all.Length; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(data.AsSpan(2 * i * sizeof(double)), all[i].Real);
            BinaryPrimitives.WriteDoubleLittleEndian(data.AsSpan(((2 * i) + 1) * sizeof(double)), all[i].Imaginary);
        }

        return new NpyArray(name, "<c16", shape, all.Length, data);
    }

    /// <summary>Whole numbers, type <c>&lt;i8</c>.</summary>
    /// <param name="name">The name of the array.</param>
    /// <param name="values">The numbers, the last index running fastest.</param>
    /// <param name="shape">The lengths of the indices; none for a single number.</param>
    public static NpyArray OfIntegers(string name, IEnumerable<int> values, params ReadOnlySpan<int> shape)
    {
        int[] all = [.. values];
        byte[] data = new byte[all.Length * sizeof(long)];
        for (int i = 0; i < all.Length; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(data.AsSpan(i * sizeof(long)), all[i]);
        }

        return new NpyArray(name, "<i8", shape, all.Length, data);
    }

    /// <summary>Truth values, type <c>|b1</c>.</summary>
    /// <param name="name">The name of the array.</param>
    /// <param name="values">The values, the last index running fastest.</param>
    /// <param name="shape">The lengths of the indices; none for a single value.</param>
    public static NpyArray OfFlags(string name, IEnumerable<bool> values, params ReadOnlySpan<int> shape)
    {
        byte[] data = [.. values.Select(value => value ? (byte)1 : (byte)0)];
        return new NpyArray(name, "|b1", shape, data.Length, data);
    }

    /// <summary>Texts, type <c>&lt;U</c> with the length of the longest: UTF-32, filled with zeros.</summary>
    /// <param name="name">The name of the array.</param>
    /// <param name="values">The texts, the last index running fastest.</param>
    /// <param name="shape">The lengths of the indices; none for a single text.</param>
    public static NpyArray OfTexts(string name, IEnumerable<string> values, params ReadOnlySpan<int> shape)
    {
        byte[][] all = [.. values.Select(Encoding.UTF32.GetBytes)];
        int width = Math.Max(sizeof(int), all.Select(text => text.Length).DefaultIfEmpty(0).Max());
        byte[] data = new byte[all.Length * width];
        for (int i = 0; i < all.Length; i++)
        {
            all[i].CopyTo(data, i * width);
        }

        return new NpyArray(name, $"<U{width / sizeof(int)}", shape, all.Length, data);
    }

    /// <summary>Writes the file.</summary>
    /// <param name="stream">Where it goes.</param>
    public void Write(Stream stream)
    {
        string lengths = Shape.Length == 1 ? $"({Shape[0]},)" : $"({string.Join(", ", Shape)})";
        string header = $"{{'descr': '{Type}', 'fortran_order': False, 'shape': {lengths}, }}";

        // The header follows the magic bytes and its length in two bytes; it ends in a line feed.
        int before = Magic.Length + sizeof(ushort);
        int whole = (before + header.Length + 1 + Alignment - 1) / Alignment * Alignment;
        byte[] length = new byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16LittleEndian(length, checked((ushort)(whole - before)));
        stream.Write(Magic);
        stream.Write(length);
        stream.Write(Encoding.ASCII.GetBytes(header.PadRight(whole - before - 1) + "\n"));
        stream.Write(Data.Span);
    }
}
