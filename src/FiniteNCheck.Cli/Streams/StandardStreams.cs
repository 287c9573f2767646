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
    /// Whether a stream was open when the program started. The descriptor of a closed stream is reused for the next file that the runtime
    /// opens, and output would go to a file or a pipe of the program's own. The close-on-exec flag tells them apart: the runtime sets it on
    /// every file that it opens, and an inherited stream does not have it.
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
