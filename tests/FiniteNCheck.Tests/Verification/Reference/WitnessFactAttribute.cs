using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Verification.Reference;

/// <summary>A test that needs Python with numpy and yaml; skipped without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WitnessFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Found = new(Search);

    public WitnessFactAttribute()
    {
        if (Python is null)
        {
            Skip = "No python3 with numpy and yaml. Install them (Debian: python3-numpy, python3-yaml), or name one in WITNESS_PYTHON.";
        }
    }

    /// <summary>The interpreter; null where none has the modules.</summary>
    public static string? Python => Found.Value;

    private static string? Search()
    {
        // The system's python3 may have Debian's packages where another one comes first on the path.
        string?[] candidates = [Environment.GetEnvironmentVariable("WITNESS_PYTHON"), "python3", "/usr/bin/python3"];
        return Array.Find(
            candidates, candidate => !string.IsNullOrEmpty(candidate) && InstalledProgram.Succeeds(candidate, "-c", "import numpy, yaml"));
    }
}
