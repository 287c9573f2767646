using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using FiniteNCheck.Numerics;
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
            InstructionSet = $"{RuntimeInformation.ProcessArchitecture}, {VectorWidth.Text}",
            LinearAlgebra = LinearAlgebra.Provider,
            Threads = threads > 0 ? threads : Environment.ProcessorCount,
            Parameters = parameters,
        };
    }
}
