using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using FiniteNCheck.Reporting.Npz;
using PureHDF;

namespace FiniteNCheck.Reporting.Hdf5;

/// <summary>
/// Named arrays in one HDF5 file, the same as those of a <see cref="NpzArchive"/>: a name <c>group/array</c> is a dataset in a group.
/// Complex numbers are what h5py makes of them, truth values are bytes 0 and 1, texts have variable length.
/// </summary>
internal static class Hdf5Archive
{
    /// <summary>The bytes of the file: the same arrays give the same bytes.</summary>
    /// <param name="arrays">The arrays, each with a unique name.</param>
    public static byte[] Pack(IEnumerable<NpyArray> arrays)
    {
        H5File file = [];
        foreach (NpyArray array in arrays)
        {
            string[] steps = array.Name.Split('/');
            H5Group group = file;
            foreach (string step in steps[..^1])
            {
                if (!group.TryGetValue(step, out object? inner))
                {
                    group[step] = inner = new H5Group();
                }

                group = (H5Group)inner;
            }

            group[steps[^1]] = new H5Dataset(Values(array), fileDims: [.. array.Shape.Select(length => (ulong)length)]);
        }

        using MemoryStream stream = new();
        file.Write(stream);
        return stream.ToArray();
    }

    private static Array Values(NpyArray array) => array.Type switch
    {
        "<f8" => MemoryMarshal.Cast<byte, double>(array.Data.Span).ToArray(),
        "<i8" => MemoryMarshal.Cast<byte, long>(array.Data.Span).ToArray(),
        "<c16" => MemoryMarshal.Cast<byte, ComplexNumber>(array.Data.Span).ToArray(),
        "|b1" => array.Data.ToArray(),
        _ => Texts(array),
    };

    // UTF-32 of one length, filled with zeros.
    private static string[] Texts(NpyArray array)
    {
        int count = array.Shape.Aggregate(1, (product, length) => product * length);
        int width = count == 0 ? 0 : array.Data.Length / count;
        return [.. Enumerable.Range(0, count).Select(i => Encoding.UTF32.GetString(array.Data.Span.Slice(i * width, width)).TrimEnd('\0'))];
    }

    /// <summary>The compound type that h5py reads as a complex number: the names of its members are part of the file.</summary>
    [StructLayout(LayoutKind.Sequential)]
    [SuppressMessage("Naming", "SA1307", Justification = "The names that h5py gives them.")]
    private struct ComplexNumber
    {
        public double r;
        public double i;
    }
}
