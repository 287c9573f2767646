using System.Collections.Immutable;
using FiniteNCheck.Model.Driving;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Exact.Occupation.Levels;

/// <summary>One jump of whole blocks, in the final bases.</summary>
/// <param name="Operators">The one-site operator of each block, divided by the root of n.</param>
/// <param name="Rate">The rate.</param>
/// <param name="Drive">A factor of the rate that depends on time; <see langword="null"/> for none.</param>
internal sealed record LevelCollectiveTerm(ImmutableArray<LocalOperator> Operators, DiagonalArgument Rate, TimeFunction? Drive);
