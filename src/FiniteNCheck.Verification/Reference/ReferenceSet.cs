using System.Collections.Immutable;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification.Quantities;

namespace FiniteNCheck.Verification.Reference;

/// <summary>A reference set, as described in the catalogue.</summary>
public sealed record ReferenceSet
{
    /// <summary>Its name, which is also that of its file.</summary>
    public required string Name { get; init; }

    /// <summary>Its purpose, in one line.</summary>
    public required string Purpose { get; init; }

    /// <summary>The kind of its numbers.</summary>
    public required ReferenceKind Kind { get; init; }

    /// <summary>The model file, relative to the data folder, with forward slashes.</summary>
    public required string Model { get; init; }

    /// <summary>The ladder values <c>n</c>; empty for <see cref="ReferenceKind.Limit"/>.</summary>
    public ImmutableArray<int> Sizes { get; init; } = [];

    /// <summary>The times; empty for <see cref="ReferenceKind.Gibbs"/>.</summary>
    public ImmutableArray<double> Times { get; init; } = [];

    /// <summary>Numbers of the user's own beside means and covariances; for <see cref="ReferenceKind.Exact"/> only.</summary>
    public ImmutableArray<Quantity> Quantities { get; init; } = [];

    /// <summary>The drift of the covariance; for <see cref="ReferenceKind.Limit"/> only.</summary>
    public Drift? Drift { get; init; }

    /// <summary>The tolerance of the exact engine's integrator.</summary>
    public double IntegratorTolerance { get; init; } = 1e-12;

    /// <summary>Tolerance of recomputed numbers.</summary>
    public required ReferenceTolerance Tolerance { get; init; }

    /// <summary>Whether the set is recomputed by default, which takes a few seconds at most.</summary>
    public required bool IsQuick { get; init; }
}
