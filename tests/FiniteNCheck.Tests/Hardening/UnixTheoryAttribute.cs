using Xunit;

namespace FiniteNCheck.Tests.Hardening;

/// <summary>
/// A test with several cases that needs a shell, devices and limits as Unix has them, and is reported as skipped elsewhere.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "No such shell and devices here: run this test on a Unix system.";
        }
    }
}
