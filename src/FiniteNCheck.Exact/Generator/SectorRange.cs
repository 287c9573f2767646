using FiniteNCheck.Exact.Basis;

namespace FiniteNCheck.Exact.Generator;

/// <summary>A range of the states of one sector: rows and columns of its matrix.</summary>
/// <param name="Sector">The sector.</param>
/// <param name="From">The first state.</param>
/// <param name="To">The state after the last.</param>
internal readonly record struct SectorRange(Sector Sector, int From, int To);
