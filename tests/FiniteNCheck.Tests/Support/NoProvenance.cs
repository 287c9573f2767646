using FiniteNCheck.Reporting;

namespace FiniteNCheck.Tests.Support;

/// <summary>The origin of reports whose origin does not matter.</summary>
internal static class NoProvenance
{
    public static Provenance Value { get; } = new()
    {
        Program = "",
        Version = "",
        Commit = null,
        Runtime = "",
        InstructionSet = "",
        LinearAlgebra = "",
        Threads = 0,
        Parameters = [],
    };
}
