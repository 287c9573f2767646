using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Cli;

/// <summary>A test that needs a shell; skipped without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ShellFactAttribute : FactAttribute
{
    public ShellFactAttribute(string shell)
    {
        if (OperatingSystem.IsWindows() || !InstalledProgram.Succeeds(shell, "-c", "exit 0"))
        {
            Skip = $"No {shell} here, or a system without shebang lines. Install it to run this test.";
        }
    }
}
