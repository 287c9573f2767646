using System.Collections.Immutable;

namespace FiniteNCheck.Model;

/// <summary>The product state in which every spin of block <c>k</c> has the density matrix <c>(1 + b_k . sigma)/2</c>.</summary>
/// <param name="Bloch">One Bloch vector per block, each of length at most 1.</param>
public sealed record ProductState(ImmutableArray<PauliVector> Bloch) : InitialState;
