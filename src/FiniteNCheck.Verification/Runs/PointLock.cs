using System.Text.Json;
using FiniteNCheck.Model.Files;

namespace FiniteNCheck.Verification.Runs;

/// <summary>
/// A point taken by one process, as a lock of the operating system on a file: it ends with its process, however that ends, and depends on no clock. Where a
/// file system has no locks, two processes may compute a point twice, to the same bits, and nothing is lost.
/// </summary>
internal sealed class PointLock : IDisposable
{
    // EAGAIN of Linux and of macOS, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows.
    private static readonly int[] Taken = [11, 35, 32, 33];

    private readonly FileStream stream;

    private PointLock(FileStream stream) => this.stream = stream;

    /// <summary>Takes a lock, or returns <see langword="null"/> where another has it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public static PointLock? TryTake(string path)
    {
        FileStream? stream = null;
        try
        {
            stream = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            stream.SetLength(0);
            JsonSerializer.Serialize(stream, new PointHolder(Environment.MachineName, Environment.ProcessId, DateTimeOffset.Now), PointJson.Plain.PointHolder);
            stream.Flush();
            return new PointLock(stream);
        }
        catch (IOException exception) when (stream is null && IsTaken(exception))
        {
            return null;
        }
        catch
        {
            stream?.Dispose();
            throw;
        }
    }

    /// <summary>Who has a lock, or <see langword="null"/> where nobody has.</summary>
    /// <param name="path">The file, which exists.</param>
    public static PointHolder? HolderOf(string path)
    {
        try
        {
            using FileStream probe = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1);
            return null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (IOException exception) when (IsTaken(exception))
        {
            return Read(path);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private static bool IsTaken(IOException exception) => exception is not (FileNotFoundException or DirectoryNotFoundException) && Taken.Contains(exception.HResult & 0xFFFF);

    private static PointHolder Read(string path)
    {
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return JsonSerializer.Deserialize(stream, PointJson.Plain.PointHolder) ?? Unknown;
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            // Just being written, or gone, or (on Windows) not to be read while it is locked.
            return Unknown;
        }
    }

    private static PointHolder Unknown { get; } = new("unknown", 0, default);
}
