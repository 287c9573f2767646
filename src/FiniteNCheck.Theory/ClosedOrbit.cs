using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Theory;

/// <summary>A closed orbit of the mean-field flow: a limit cycle that the flow has approached, or an orbit on which it started.</summary>
/// <param name="Start">The averages at a point of the orbit, accurate to 1e-6 of its size.</param>
/// <param name="Period">The period.</param>
public sealed record ClosedOrbit(Vector<double> Start, double Period);
