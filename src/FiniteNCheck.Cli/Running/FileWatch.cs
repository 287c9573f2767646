using FiniteNCheck.Model;
using Microsoft.Win32.SafeHandles;

namespace FiniteNCheck.Cli.Running;

/// <summary>Repeats an action whenever a file is saved, even by an editor that replaces the file.</summary>
/// <remarks>
/// It polls the time and length of the file a few times a second. File-system events would be no
/// substitute: they do not arrive from network drives and mounted folders.
/// </remarks>
internal static class FileWatch
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.2);

    /// <summary>Acts now and after each save until the run is cancelled; never returns.</summary>
    /// <param name="path">The file.</param>
    /// <param name="act">The action; bad input is reported and the watch continues.</param>
    /// <param name="context">Streams and cancellation.</param>
    /// <exception cref="OperationCanceledException">The run is cancelled.</exception>
    public static void RunAgain(string path, Action act, RunContext context)
    {
        while (true)
        {
            // Taken before the action, so that a save during the action counts.
            (DateTime, long)? seen = State(path);
            Announce(path, context);
            try
            {
                act();
            }
            catch (InputException exception)
            {
                context.Error.WriteLine($"error: {exception.Message}");
            }

            WaitForSave(path, seen, context.Cancellation);
        }
    }

    private static void Announce(string path, RunContext context)
    {
        if (context.Traits.OutputCanBeCleared)
        {
            context.Output.Write("\u001b[2J\u001b[H");
        }

        context.Error.WriteLine($"[{context.Traits.Clock.GetLocalNow():HH:mm:ss}] {path}");
    }

    /// <summary>
    /// Waits until the file has changed and then stayed the same between two polls, so that no half-written file is read. An empty one is
    /// about to be written, however long that takes on a busy machine.
    /// </summary>
    private static void WaitForSave(string path, (DateTime, long)? seen, CancellationToken cancellation)
    {
        (DateTime, long)? before;
        (DateTime, long)? now = seen;
        do
        {
            cancellation.WaitHandle.WaitOne(Pause);
            cancellation.ThrowIfCancellationRequested();
            before = now;
            now = State(path);
        }
        while (now == seen || now != before || now is (_, 0));
    }

    /// <summary>
    /// Time of the last write (UTC) and length in bytes; <see langword="null"/> if the file does not exist, or not at the moment.
    /// </summary>
    private static (DateTime Time, long Length)? State(string path)
    {
        try
        {
            using SafeFileHandle file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
            return (File.GetLastWriteTimeUtc(file), RandomAccess.GetLength(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
