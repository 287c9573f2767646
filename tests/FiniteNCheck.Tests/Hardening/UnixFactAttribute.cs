using Xunit;

namespace FiniteNCheck.Tests.Hardening;

/// <summary>A test that needs named pipes, links and devices as Unix has them, skipped elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "No named pipes here: run this test on a Unix system.";
        }
    }
}
