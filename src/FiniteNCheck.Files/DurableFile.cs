using System.Runtime.InteropServices;

namespace FiniteNCheck.Files;

/// <summary>
/// Writes files atomically: into a temporary file in the same folder, flushed to disk, then renamed. Several processes may write the same
/// file at once; the last rename wins.
/// </summary>
public static class DurableFile
{
    /// <summary>The extension of files that are being written, or whose process died while writing them.</summary>
    public const string TemporaryExtension = ".tmp";

    private const int BufferSize = 1 << 16;
    private const int ReadOnlyFlag = 0;

    /// <summary>Writes a file and replaces an old one of the same name.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The file cannot be written. The old file is untouched, and no temporary file remains.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(write);
        string temporary = $"{path}.{UniqueName.Next()}{TemporaryExtension}";
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

    /// <summary>Writes bytes to a file and replaces an old one of the same name.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="content">The content.</param>
    public static void Write(string path, ReadOnlyMemory<byte> content) => Write(path, stream => stream.Write(content.Span));

    /// <summary>
    /// Flushes the directory entry of a file. Without this a power cut on Unix can undo a rename. Failure is ignored, since some
    /// file systems do not support it; Windows does not need it.
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
