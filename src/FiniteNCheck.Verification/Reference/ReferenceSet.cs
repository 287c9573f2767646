using System.Collections.Immutable;
using FiniteNCheck.Theory;

namespace FiniteNCheck.Verification.Reference;

/// <summary>What a reference set contains, as its catalogue says.</summary>
public sealed record ReferenceSet
{
    /// <summary>Its name: that of its file.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for, one line.</summary>
    public required string Purpose { get; init; }

    /// <summary>What is computed.</summary>
    public required ReferenceKind Kind { get; init; }

    /// <summary>The model file, relative to the data folder, with forward slashes.</summary>
    public required string Model { get; init; }

    /// <summary>The ladder values <c>n</c>; empty for <see cref="ReferenceKind.Limit"/>.</summary>
    public ImmutableArray<int> Sizes { get; init; } = [];

    /// <summary>The times; empty for <see cref="ReferenceKind.Gibbs"/>.</summary>
    public ImmutableArray<double> Times { get; init; } = [];

    /// <summary>The drift of the covariance; for <see cref="ReferenceKind.Limit"/> only.</summary>
    public Drift? Drift { get; init; }

    /// <summary>The error asked of the exact engine's integrator.</summary>
    public double IntegratorTolerance { get; init; } = 1e-12;

    /// <summary>How far a recomputed number may lie from the stored one.</summary>
    public required ReferenceTolerance Tolerance { get; init; }

    /// <summary>Whether the set is recomputed by default: it takes a few seconds at most.</summary>
    public required bool IsQuick { get; init; }
}
