using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FiniteNCheck.Cli.Streams;

/// <summary>
/// Checks the limit on open files before a run. The runtime opens every library that it loads, twice, and aborts in the middle of a run if
/// it cannot. This class must not need a library that is not loaded yet.
/// </summary>
internal static class FileHandles
{
    /// <summary>Handles that must be free at the start; a verification with all its files and a dozen workers holds 107.</summary>
    private const int Needed = 192;

    private const int ErrorNumber = 2;

    // A UTF-8 literal: an encoder would be one more library.
    private static ReadOnlySpan<byte> Message =>
        "error: Too few files may be open at a time for this program: it needs 256. Raise the limit (ulimit -n 256) and try again.\n"u8;

    /// <summary>Whether there are enough; if not, reports it on standard error.</summary>
    public static bool AreEnough()
    {
        if (OperatingSystem.IsWindows())
        {
            return true;
        }

        SafeFileHandle?[] probes = new SafeFileHandle?[Needed];
        try
        {
            for (int i = 0; i < probes.Length; i++)
            {
                probes[i] = File.OpenHandle("/dev/null");
            }

            return true;
        }
        catch (IOException)
        {
            Close(probes);
            _ = WriteBytes(ErrorNumber, in MemoryMarshal.GetReference(Message), Message.Length);
            return false;
        }
        finally
        {
            Close(probes);
        }
    }

    private static void Close(SafeFileHandle?[] probes)
    {
        foreach (SafeFileHandle? probe in probes)
        {
            probe?.Dispose();
        }
    }

    [DllImport("libc", EntryPoint = "write")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint WriteBytes(int number, in byte first, nint count);
}
