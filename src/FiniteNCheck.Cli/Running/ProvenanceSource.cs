using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using FiniteNCheck.Reporting;

namespace FiniteNCheck.Cli.Running;

/// <summary>Collects the provenance of results.</summary>
internal static class ProvenanceSource
{
    /// <summary>Collects the provenance of a run of this process.</summary>
    public static Provenance Collect(int threads, ImmutableArray<(string Name, string Value)> parameters)
    {
        // The build writes "version+commit" if it knows the commit.
        string full =
            typeof(ProvenanceSource).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            ?? "unknown";
        string[] parts = full.Split('+', 2);
        return new Provenance
        {
            Program = "finitencheck",
            Version = parts[0],
            Commit = parts.Length > 1 ? parts[1] : null,
            Runtime = RuntimeInformation.FrameworkDescription,
            InstructionSet = $"{RuntimeInformation.ProcessArchitecture}, {Vectors()}",
            Threads = threads > 0 ? threads : Environment.ProcessorCount,
            Parameters = parameters,
        };
    }

    /// <summary>The widest vectors in use, in words.</summary>
    public static string Vectors() =>
        Vector512.IsHardwareAccelerated ? "512-bit vectors"
        : Vector256.IsHardwareAccelerated ? "256-bit vectors"
        : Vector128.IsHardwareAccelerated ? "128-bit vectors"
        : "no vectors";
}
