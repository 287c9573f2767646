using System.Collections.Immutable;

namespace FiniteNCheck.Model;

/// <summary>
/// The product state at the mean-field fixed point that the flow (22) reaches from a given start. The model holds only this request; the
/// theory finds the fixed point.
/// </summary>
/// <param name="Start">The start of the flow, one Bloch vector per block.</param>
/// <param name="Overlap">
/// The pattern with which the fixed point must have a positive overlap along z, one sign per block; empty if any fixed point will do.
/// </param>
/// <param name="Description">The name used in the file, such as <c>retrieval</c>.</param>
public sealed record MeanFieldFixedPoint(
    ImmutableArray<PauliVector> Start,
    ImmutableArray<int> Overlap,
    string Description) : InitialState;
