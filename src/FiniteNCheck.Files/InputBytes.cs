namespace FiniteNCheck.Files;

/// <summary>Reads a file that is not to be trusted: no more than asked for, and no waiting for a pipe or device that gives nothing.</summary>
public static class InputBytes
{
    /// <summary>How long a pipe or a device may take to give all it has.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const int Portion = 1 << 16;

    /// <summary>Reads a file to its end, or one byte more than allowed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">The largest number of bytes allowed; a longer answer says that there are more.</param>
    /// <exception cref="IOException">It cannot be read; other exceptions of opening a file pass through too.</exception>
    /// <exception cref="TimeoutException">It is no regular file, and its end has not come within <see cref="Patience"/>.</exception>
    public static byte[] Read(string path, int most)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        FileInfo file = new(path);
        if (file is { Exists: true, LinkTarget: null, Length: > 0 })
        {
            return ReadToEnd(path, most);
        }

        // What has no length may be a pipe, which is not even opened until someone writes to it; a link may lead to one.
        Task<byte[]> reading = Task.Factory.StartNew(
            () => ReadToEnd(path, most), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return Task.WaitAny([reading], Patience) == 0
            ? reading.GetAwaiter().GetResult()
            : throw new TimeoutException($"'{path}' has not come to an end within {Patience.TotalSeconds} s.");
    }

    private static byte[] ReadToEnd(string path, int most)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        using MemoryStream content = new();
        byte[] portion = new byte[Portion];
        while (content.Length <= most && stream.Read(portion, 0, (int)Math.Min(Portion, most + 1L - content.Length)) is > 0 and var count)
        {
            content.Write(portion, 0, count);
        }

        return content.ToArray();
    }
}
