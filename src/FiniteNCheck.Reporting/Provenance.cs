using System.Collections.Immutable;

namespace FiniteNCheck.Reporting;

/// <summary>Where a result comes from: enough to run it again.</summary>
public sealed record Provenance
{
    /// <summary>The program's name.</summary>
    public required string Program { get; init; }

    /// <summary>The program's version.</summary>
    public required string Version { get; init; }

    /// <summary>The git commit that the program was built from, or <see langword="null"/> where the build did not know it.</summary>
    public required string? Commit { get; init; }

    /// <summary>The .NET runtime.</summary>
    public required string Runtime { get; init; }

    /// <summary>The processor's architecture and the widest vector instructions that the program uses on it.</summary>
    public required string InstructionSet { get; init; }

    /// <summary>The library for dense matrices.</summary>
    public required string LinearAlgebra { get; init; }

    /// <summary>Number of threads that the run could use. No result depends on it.</summary>
    public required int Threads { get; init; }

    /// <summary>Every parameter of the run, defaults included, under the name it has on the command line.</summary>
    public required ImmutableArray<(string Name, string Value)> Parameters { get; init; }

    /// <summary>The value of a parameter, or <see langword="null"/> where the run has none of that name.</summary>
    /// <param name="name">The name.</param>
    public string? Find(string name) =>
        Parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, name, StringComparison.Ordinal)).Value;
}
