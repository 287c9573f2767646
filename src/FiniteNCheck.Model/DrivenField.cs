using FiniteNCheck.Model.Driving;

namespace FiniteNCheck.Model;

/// <summary>A field that depends on time: <c>H += f(t) sum_i sigma_a^(i)</c>.</summary>
/// <param name="Block">Index of the block.</param>
/// <param name="Axis">The axis <c>a</c>.</param>
/// <param name="Strength">The function <c>f</c>, an inverse time.</param>
public sealed record DrivenField(int Block, PauliAxis Axis, TimeFunction Strength);
