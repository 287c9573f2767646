using System.Collections.Immutable;

namespace FiniteNCheck.Model.StateFunctions;

/// <summary>The values of a function of the state at the times of a run.</summary>
/// <param name="Function">The function.</param>
/// <param name="Values">Its values, one per time.</param>
/// <param name="Errors">Bounds of their errors, one per time.</param>
public sealed record StateFunctionSeries(StateFunction Function, ImmutableArray<double> Values, ImmutableArray<double> Errors);
