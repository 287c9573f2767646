using System.Text.Json;

namespace FiniteNCheck.Verification.Runs;

/// <summary>
/// A point held by one process, as an operating-system lock on a file. The lock ends with its process, however that ends, and depends on no
/// clock. A note beside the file names the holder, since a locked file cannot be read. On a file system without locks two processes may
/// compute the same point, to the same bits, and nothing is lost.
/// </summary>
internal sealed class PointLock : IDisposable
{
    private const string NoteExtension = ".json";

    // EAGAIN of Linux and of macOS, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows.
    private static readonly int[] LockedErrors = [11, 35, 32, 33];

    private readonly FileStream stream;
    private readonly string note;

    private PointLock(FileStream stream, string note)
    {
        this.stream = stream;
        this.note = note;
    }

    private static PointHolder Unknown { get; } = new("unknown", 0, default);

    /// <summary>Tries to take a lock; <see langword="null"/> if another process holds it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be created.</exception>
    public static PointLock? TryTake(string path)
    {
        if (TryLock(path, FileMode.OpenOrCreate, FileOptions.DeleteOnClose) is not { } stream)
        {
            return null;
        }

        PointLock taken = new(stream, path + NoteExtension);
        try
        {
            File.WriteAllText(
                taken.note,
                JsonSerializer.Serialize(
                    new PointHolder(Environment.MachineName, Environment.ProcessId, DateTimeOffset.Now), PointJson.Plain.PointHolder));
            return taken;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <summary>The holder of a lock, or <see langword="null"/> if it is free.</summary>
    /// <param name="path">The file, which exists.</param>
    public static PointHolder? HolderOf(string path)
    {
        try
        {
            using FileStream? free = TryLock(path, FileMode.Open, FileOptions.None);
            return free is null ? Read(path + NoteExtension) : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        File.Delete(note);
        stream.Dispose();
    }

    private static FileStream? TryLock(string path, FileMode mode, FileOptions options)
    {
        try
        {
            return new(path, mode, FileAccess.ReadWrite, FileShare.None, 1, options);
        }
        catch (IOException exception)
            when (exception is not (FileNotFoundException or DirectoryNotFoundException)
                && LockedErrors.Contains(exception.HResult & 0xFFFF))
        {
            return null;
        }
    }

    private static PointHolder Read(string note)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(note), PointJson.Plain.PointHolder) ?? Unknown;
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            // The note is being written, or has just been deleted.
            return Unknown;
        }
    }
}
