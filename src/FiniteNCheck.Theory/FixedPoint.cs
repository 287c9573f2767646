using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Theory;

/// <summary>Where the mean-field flow from a start ends.</summary>
/// <param name="Point">The fixed point reached, <c>f(m) = 0</c> to rounding, or <see langword="null"/> where there is none.</param>
/// <param name="Why">What the flow does instead, or <see langword="null"/>.</param>
/// <param name="Time">The time for which the flow was followed.</param>
public sealed record FixedPoint(Vector<double>? Point, string? Why, double Time);
