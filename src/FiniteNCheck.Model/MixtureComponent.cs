using System.Collections.Immutable;

namespace FiniteNCheck.Model;

/// <summary>A product state in a <see cref="Mixture"/>.</summary>
/// <param name="Weight">Its probability, above 0.</param>
/// <param name="Bloch">One Bloch vector per block, each of length at most 1.</param>
public sealed record MixtureComponent(double Weight, ImmutableArray<PauliVector> Bloch);
