using System.Collections.Immutable;
using System.Numerics;

namespace FiniteNCheck.Model.Levels;

/// <summary>A pure product state in a <see cref="LevelSuperposition"/>.</summary>
/// <param name="Amplitude">Its amplitude; those of all terms need not be normalised.</param>
/// <param name="Vectors">For each block the vector of a site, of length 1, in the basis of the levels.</param>
public sealed record LevelSuperpositionTerm(Complex Amplitude, ImmutableArray<ImmutableArray<Complex>> Vectors);
