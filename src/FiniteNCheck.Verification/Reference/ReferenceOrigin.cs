using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;

namespace FiniteNCheck.Verification.Reference;

/// <summary>The origin of the numbers of a reference set: enough to recompute them with another program.</summary>
public sealed record ReferenceOrigin
{
    /// <summary>The model file, relative to the data folder, with forward slashes.</summary>
    public required string Model { get; init; }

    /// <summary>SHA-256 of the model file's bytes, 64 lower-case hexadecimal digits.</summary>
    public required string ModelHash { get; init; }

    /// <summary>The Bloch vectors of the product state at time 0, one per block, fixed points resolved.</summary>
    public required ImmutableArray<PauliVector> Initial { get; init; }

    /// <summary>The drift of the covariance; for <see cref="ReferenceKind.Limit"/> only.</summary>
    public Drift? Drift { get; init; }

    /// <summary>The ladder values <c>n</c>; empty for <see cref="ReferenceKind.Limit"/>.</summary>
    public ImmutableArray<int> Sizes { get; init; } = [];

    /// <summary>The times; empty for <see cref="ReferenceKind.Gibbs"/>.</summary>
    public ImmutableArray<double> Times { get; init; } = [];

    /// <summary>How the numbers were obtained.</summary>
    public required string Method { get; init; }

    /// <summary>The tolerance of the integrator; 0 if nothing is integrated.</summary>
    public required double Tolerance { get; init; }

    /// <summary>
    /// The achieved error: for exact sets the largest accumulated local error in trace norm, otherwise
    /// the largest error estimate of any number.
    /// </summary>
    public required double Achieved { get; init; }

    /// <summary>The program and its version.</summary>
    public required string Generator { get; init; }

    /// <summary>The command that regenerates the file.</summary>
    public required string Command { get; init; }
}
