using System.Runtime.InteropServices;

namespace FiniteNCheck.Files;

/// <summary>
/// Files that are there whole or not at all, whatever happens: written beside under a name of their own, flushed to the disk, then renamed.
/// Several processes may write the same file at once; the last rename wins.
/// </summary>
public static class DurableFile
{
    /// <summary>What the names of files end in that are being written, or were when their process died.</summary>
    public const string TemporaryExtension = ".tmp";

    private const int BufferSize = 1 << 16;
    private const int ReadOnlyFlag = 0;

    /// <summary>Writes a file, in place of an old one of that name.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">It cannot be written: the old file is untouched, and nothing else is left.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(write);
        string temporary = $"{path}.{Guid.NewGuid():N}{TemporaryExtension}";
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        FlushFolderOf(path);
    }

    /// <summary>Writes a file of bytes, in place of an old one of that name.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="content">The content.</param>
    public static void Write(string path, ReadOnlyMemory<byte> content) => Write(path, stream => stream.Write(content.Span));

    /// <summary>
    /// Flushes the entries of the folder of a file, without which a file that was just renamed can be lost to a power cut on Unix. Where a file system
    /// cannot, its renames are as durable as it makes them; Windows needs none.
    /// </summary>
    /// <param name="path">The file.</param>
    public static void FlushFolderOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int descriptor = Open(Path.GetDirectoryName(Path.GetFullPath(path))!, ReadOnlyFlag);
        if (descriptor >= 0)
        {
            _ = Flush(descriptor);
            _ = Close(descriptor);
        }
    }

    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Flush(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
