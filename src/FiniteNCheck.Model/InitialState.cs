using System.Collections.Immutable;

namespace FiniteNCheck.Model;

/// <summary>How the initial state of a model is stated.</summary>
public abstract record InitialState
{
    private protected InitialState()
    {
    }
}

/// <summary>The product state in which every spin of block <c>k</c> has the density matrix <c>(1 + b_k . sigma)/2</c>.</summary>
/// <param name="Bloch">One Bloch vector per block, each of length at most 1.</param>
public sealed record ProductState(ImmutableArray<PauliVector> Bloch) : InitialState;

/// <summary>
/// The product state at the mean-field fixed point that the flow (22) reaches from a stated start. Finding it is the theory's work:
/// the model holds only the request.
/// </summary>
/// <param name="Start">Where the flow starts, one Bloch vector per block.</param>
/// <param name="Overlap">
/// The direction in which the fixed point must not vanish, one sign per block (a stored pattern), or empty where any fixed point will do.
/// </param>
/// <param name="Description">What the file called it, such as <c>retrieval</c>.</param>
public sealed record MeanFieldFixedPoint(
    ImmutableArray<PauliVector> Start,
    ImmutableArray<int> Overlap,
    string Description) : InitialState;
