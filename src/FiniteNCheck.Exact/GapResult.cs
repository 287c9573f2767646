using System.Collections.Immutable;
using System.Numerics;

namespace FiniteNCheck.Exact;

/// <summary>The slowest modes of a model at one finite size: eigenvalues of the generator close to zero.</summary>
public sealed record GapResult
{
    /// <summary>The ladder value <c>n</c>.</summary>
    public required int N { get; init; }

    /// <summary>The number of spins of each block.</summary>
    public required ImmutableArray<int> Spins { get; init; }

    /// <summary>
    /// The eigenvalues, the slowest first and zero left out: minus the decay rate, and the frequency, both inverse times. Of a complex pair
    /// both are listed, the one with positive imaginary part first.
    /// </summary>
    public required ImmutableArray<Complex> Eigenvalues { get; init; }

    /// <summary><c>||L x - lambda x||</c> of each for an eigenvector of Euclidean norm 1, an inverse time.</summary>
    public required ImmutableArray<double> Residuals { get; init; }

    /// <summary>
    /// The condition of each, <c>||w|| ||x|| / |w' x|</c> with its left eigenvector w in the norm of the residuals: 1 for a normal
    /// generator, infinite where no left vector is known.
    /// </summary>
    public required ImmutableArray<double> Conditions { get; init; }

    /// <summary>
    /// How far each may be from an eigenvalue of the generator, an inverse time: twice the condition times the larger residual of both
    /// eigenvectors and what rounding leaves. Where further eigenvalues lie within two such errors their distance is added. An estimate, of
    /// first order; infinite where no left vector is known.
    /// </summary>
    public required ImmutableArray<double> Errors { get; init; }

    /// <summary>
    /// Whether every residual came down to what the search aims at. Modes whose rates and frequencies differ by very little may not: their
    /// eigenvalues are good to the residuals only.
    /// </summary>
    public required bool HasConverged { get; init; }

    /// <summary>Stationary states met: eigenvalues that cannot be told from zero, the one that every model has included.</summary>
    public required int Zeros { get; init; }

    /// <summary>Whether equivalent blocks were merged: modes that tell them apart are not among these.</summary>
    public bool HasMergedBlocks { get; init; }

    /// <summary>How they were found, in words.</summary>
    public required string Method { get; init; }

    /// <summary>Applications of the generator.</summary>
    public required long Applications { get; init; }

    /// <summary>Real numbers in a matrix.</summary>
    public required long StateSize { get; init; }
}
