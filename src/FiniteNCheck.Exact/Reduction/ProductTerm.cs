using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Reduction;

/// <summary>A product state in a sum.</summary>
/// <param name="Factor">Its weight in a mixture, its amplitude in a superposition.</param>
/// <param name="Bloch">The Bloch vector of each group.</param>
internal sealed record ProductTerm(Complex Factor, ImmutableArray<PauliVector> Bloch);
