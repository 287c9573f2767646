namespace FiniteNCheck.Files;

/// <summary>Reads an untrusted file: no more bytes than allowed, and with a timeout for pipes and devices.</summary>
public static class InputBytes
{
    /// <summary>The time within which a pipe or device must reach its end.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    private const int BufferSize = 1 << 16;

    /// <summary>Whether there is such a file, on disk or inside the program.</summary>
    /// <param name="path">The file.</param>
    public static bool Exists(string path) => EmbeddedFiles.Exists(path) || File.Exists(path);

    /// <summary>Reads a file to its end, or up to one byte more than allowed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maxBytes">The largest number of bytes allowed. A longer result tells the caller that the file is larger.</param>
    /// <exception cref="IOException">The file cannot be read. Other exceptions from opening a file pass through too.</exception>
    /// <exception cref="TimeoutException">A pipe or device has not reached its end within <see cref="Timeout"/>.</exception>
    public static byte[] Read(string path, int maxBytes)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentOutOfRangeException.ThrowIfNegative(maxBytes);
        if (EmbeddedFiles.Open(path) is { } embedded)
        {
            using (embedded)
            {
                return ReadToEnd(embedded, maxBytes);
            }
        }

        FileInfo file = new(path);
        if (file is { Exists: true, LinkTarget: null, Length: > 0 })
        {
            return ReadToEnd(path, maxBytes);
        }

        // A file without a length may be a pipe, and a link may lead to one. Opening a pipe blocks until someone writes to it.
        Task<byte[]> reading = Task.Factory.StartNew(
            () => ReadToEnd(path, maxBytes), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return Task.WaitAny([reading], Timeout) == 0
            ? reading.GetAwaiter().GetResult()
            : throw new TimeoutException($"'{path}' has not reached its end within {Timeout.TotalSeconds} s.");
    }

    private static byte[] ReadToEnd(string path, int maxBytes)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        return ReadToEnd(stream, maxBytes);
    }

    private static byte[] ReadToEnd(Stream stream, int maxBytes)
    {
        using MemoryStream content = new();
        byte[] buffer = new byte[BufferSize];
        while (content.Length <= maxBytes)
        {
            int count = stream.Read(buffer, 0, (int)Math.Min(BufferSize, maxBytes + 1L - content.Length));
            if (count <= 0)
            {
                break;
            }

            content.Write(buffer, 0, count);
        }

        return content.ToArray();
    }
}
