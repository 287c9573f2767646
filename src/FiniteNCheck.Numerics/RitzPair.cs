using System.Collections.Immutable;
using System.Numerics;

namespace FiniteNCheck.Numerics;

/// <summary>An eigenvalue of a map restricted to a space.</summary>
/// <param name="Value">The eigenvalue lambda.</param>
/// <param name="Residual"><c>||L x - lambda x||</c> in the Euclidean norm for <c>||x|| = 1</c>.</param>
/// <param name="Coefficients">The coefficients y of the vector <c>x = Q y</c> in the basis of the space, of length 1.</param>
public readonly record struct RitzPair(Complex Value, double Residual, ImmutableArray<Complex> Coefficients);
