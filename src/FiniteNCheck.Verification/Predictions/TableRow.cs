using System.Collections.Immutable;
using FiniteNCheck.Verification.Quantities;

namespace FiniteNCheck.Verification.Predictions;

/// <summary>A number of a table of predictions.</summary>
/// <param name="Quantity">The quantity.</param>
/// <param name="Time">The time.</param>
/// <param name="Value">The number, with its error.</param>
/// <param name="Axes">The values of the axes of a sweep, in their order.</param>
internal sealed record TableRow(Quantity Quantity, double Time, Measured Value, ImmutableArray<double> Axes);
