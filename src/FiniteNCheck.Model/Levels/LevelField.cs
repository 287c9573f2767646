using FiniteNCheck.Model.Driving;

namespace FiniteNCheck.Model.Levels;

/// <summary>A field that depends on time: <c>H += f(t) sum_i A^(i)</c>.</summary>
/// <param name="Block">Index of the block.</param>
/// <param name="Operator">The Hermitian one-site operator <c>A</c>.</param>
/// <param name="Strength">The function <c>f</c>, an inverse time.</param>
public sealed record LevelField(int Block, LocalOperator Operator, TimeFunction Strength);
