using System.IO.Compression;

namespace FiniteNCheck.Reporting.Npz;

/// <summary>
/// Named arrays in one file that <c>numpy.load</c> opens: a ZIP archive of <c>.npy</c> files, like that of
/// <c>numpy.savez</c>.
/// </summary>
internal static class NpzArchive
{
    /// <summary>The earliest time that ZIP can represent: a real time stamp would change the bytes from run to run.</summary>
    private static readonly DateTimeOffset TimeStamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The bytes of the archive, not compressed: the same arrays give the same bytes.</summary>
    /// <param name="arrays">The arrays, each with a unique name.</param>
    public static byte[] Pack(IEnumerable<NpyArray> arrays)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (NpyArray array in arrays)
            {
                ZipArchiveEntry entry = archive.CreateEntry($"{array.Name}.npy", CompressionLevel.NoCompression);
                entry.LastWriteTime = TimeStamp;
                using Stream content = entry.Open();
                array.Write(content);
            }
        }

        return stream.ToArray();
    }
}
