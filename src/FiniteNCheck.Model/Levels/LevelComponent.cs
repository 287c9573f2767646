using System.Collections.Immutable;

namespace FiniteNCheck.Model.Levels;

/// <summary>A product state in a <see cref="LevelMixture"/>.</summary>
/// <param name="Weight">Its probability, above 0.</param>
/// <param name="States">One density matrix per block.</param>
public sealed record LevelComponent(double Weight, ImmutableArray<LocalOperator> States);
