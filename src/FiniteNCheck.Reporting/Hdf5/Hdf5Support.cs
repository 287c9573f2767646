using System.Runtime.CompilerServices;

namespace FiniteNCheck.Reporting.Hdf5;

/// <summary>Whether this program can write HDF5: the library that does needs code that is compiled as it runs.</summary>
public static class Hdf5Support
{
    /// <summary>False in a native program, which leaves <c>.h5</c> files out.</summary>
    public static bool IsAvailable => RuntimeFeature.IsDynamicCodeSupported;
}
