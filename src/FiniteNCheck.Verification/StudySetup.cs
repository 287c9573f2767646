using System.Collections.Immutable;

namespace FiniteNCheck.Verification;

/// <summary>What a study has solved, for readers: formulas in TeX with their numbers, times, tolerance, and the files in full.</summary>
public sealed record StudySetup
{
    /// <summary>The Hamiltonian, line by line.</summary>
    public required ImmutableArray<string> Hamiltonian { get; init; }

    /// <summary>The jump operators with their rates, line by line.</summary>
    public required ImmutableArray<string> Jumps { get; init; }

    /// <summary>The Bloch vectors of the start, line by line; empty where no start was found.</summary>
    public required ImmutableArray<string> Start { get; init; }

    /// <summary>What start was asked for: <c>product state</c>, or the name of a fixed point.</summary>
    public required string StartedFrom { get; init; }

    /// <summary>The named numbers of the model.</summary>
    public required ImmutableSortedDictionary<string, double> Parameters { get; init; }

    /// <summary>The times.</summary>
    public required ImmutableArray<double> Times { get; init; }

    /// <summary>The tolerance of the exact solution: accumulated local error in trace norm.</summary>
    public required double Tolerance { get; init; }

    /// <summary>
    /// The files of study and model in full; empty for a study that a program builds, and in a sweep for all cells but the first.
    /// </summary>
    public ImmutableArray<SourceFile> Files { get; init; } = [];
}
