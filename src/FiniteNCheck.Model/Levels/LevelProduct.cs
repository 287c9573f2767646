using System.Collections.Immutable;

namespace FiniteNCheck.Model.Levels;

/// <summary>The product state in which every site of block <c>k</c> has the density matrix <c>rho_k</c>.</summary>
/// <param name="States">One density matrix per block: Hermitian, positive, of trace 1.</param>
public sealed record LevelProduct(ImmutableArray<LocalOperator> States) : InitialState;
