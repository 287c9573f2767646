using System.Collections.Immutable;
using System.Numerics;

namespace FiniteNCheck.Model;

/// <summary>
/// A pure product state in a <see cref="Superposition"/>. Its spins are in <c>cos(theta/2) |up&gt; + exp(i phi) sin(theta/2) |down&gt;</c>
/// with the polar angles of their Bloch vector; along -z in <c>|down&gt;</c>.
/// </summary>
/// <param name="Amplitude">Its amplitude; those of all terms need not be normalised.</param>
/// <param name="Bloch">One Bloch vector per block, each of length 1.</param>
public sealed record SuperpositionTerm(Complex Amplitude, ImmutableArray<PauliVector> Bloch);
