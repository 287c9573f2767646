using System.Numerics;

namespace FiniteNCheck.Exact.Generator;

/// <summary>A channel whose rate is a full matrix in every sector: it takes <c>Gamma rho Gamma</c> along its Kraus factors.</summary>
/// <param name="Rates">The matrix <c>Gamma(Delta)</c> of each sector.</param>
/// <param name="Incoming">The Kraus factors of the jump without its rate, by target sector.</param>
internal sealed record TiltedChannel(Complex[][,] Rates, SectorMap[][] Incoming);
