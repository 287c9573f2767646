using System.Runtime.InteropServices;

namespace FiniteNCheck.Cli.Streams;

/// <summary>The two output streams of this process, as its parent left them.</summary>
internal static class StandardStreams
{
    private const int OutputNumber = 1;
    private const int ErrorNumber = 2;
    private const int GetFlags = 1; // F_GETFD
    private const int CloseOnExec = 1; // FD_CLOEXEC

    /// <summary>Standard output.</summary>
    public static TextWriter Output => WasOpen(OutputNumber) ? Console.Out : new ClosedWriter();

    /// <summary>Standard error.</summary>
    public static TextWriter Error => WasOpen(ErrorNumber) ? Console.Error : new ClosedWriter();

    /// <summary>
    /// Whether a stream was open when the program began. The number of one that was not goes to the next file that the runtime opens, and what is written to the stream
    /// would land in a file or a pipe of the program's own. Such files are told by their flag: all that the runtime opens is closed in child processes, and a
    /// stream that was inherited is not.
    /// </summary>
    private static bool WasOpen(int number)
    {
        if (OperatingSystem.IsWindows())
        {
            return true;
        }

        int flags = FileControl(number, GetFlags);
        return flags >= 0 && (flags & CloseOnExec) == 0;
    }

    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FileControl(int number, int command);
}
