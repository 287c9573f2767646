using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Docs;

/// <summary>A test that needs python3, without any module; skipped without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PythonFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> Found = new(() => InstalledProgram.Succeeds("python3", "-c", "import json"));

    public PythonFactAttribute()
    {
        if (!IsInstalled)
        {
            Skip = "No python3 on the path. Install it to run this test.";
        }
    }

    /// <summary>Whether there is a python3.</summary>
    public static bool IsInstalled => Found.Value;
}
