using System.ComponentModel;
using System.Diagnostics;

namespace FiniteNCheck.Tests.Support;

/// <summary>Optional programs that some tests need.</summary>
internal static class InstalledProgram
{
    /// <summary>Whether a program is installed and exits with status 0.</summary>
    /// <param name="program">Its name or path.</param>
    /// <param name="arguments">Its arguments.</param>
    public static bool Succeeds(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        try
        {
            using Process? process = Process.Start(start);
            process?.WaitForExit();
            return process?.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
