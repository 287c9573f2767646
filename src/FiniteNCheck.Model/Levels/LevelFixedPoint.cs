using System.Collections.Immutable;

namespace FiniteNCheck.Model.Levels;

/// <summary>
/// The product state at the mean-field fixed point that the flow (22) reaches from a given start. The model holds only this request; the
/// theory finds the fixed point.
/// </summary>
/// <param name="Start">The start of the flow, one density matrix per block.</param>
public sealed record LevelFixedPoint(ImmutableArray<LocalOperator> Start) : InitialState;
