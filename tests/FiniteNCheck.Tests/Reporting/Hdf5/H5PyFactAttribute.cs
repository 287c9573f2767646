using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Reporting.Hdf5;

/// <summary>A test that needs a python3 with h5py; skipped without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class H5PyFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Found = new(() =>
        new[] { "python3", "/usr/bin/python3" }.FirstOrDefault(python => InstalledProgram.Succeeds(python, "-c", "import h5py")));

    public H5PyFactAttribute()
    {
        if (Python is null)
        {
            Skip = "No python3 with h5py. Install it (Debian: python3-h5py) to run this test.";
        }
    }

    /// <summary>The interpreter, or <see langword="null"/> if there is none.</summary>
    public static string? Python => Found.Value;
}
