using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace FiniteNCheck.Tests.Cli;

/// <summary>A test that needs a shell, and is reported as skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ShellFactAttribute : FactAttribute
{
    public ShellFactAttribute(string shell)
    {
        if (OperatingSystem.IsWindows() || !IsThere(shell))
        {
            Skip = $"No {shell} here, or a system without shebang lines. Install it to run this test.";
        }
    }

    private static bool IsThere(string shell)
    {
        ProcessStartInfo start = new(shell, ["-c", "exit 0"]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
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
