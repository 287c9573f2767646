using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Theory;

/// <summary>Where the mean-field flow from a start ends.</summary>
/// <param name="Point">The fixed point reached, <c>f(m) = 0</c> to rounding, or <see langword="null"/> where there is none.</param>
/// <param name="Reason">What the flow does instead, or <see langword="null"/>.</param>
/// <param name="Time">The time for which the flow was followed.</param>
/// <param name="Orbit">The closed orbit that the flow was seen to go round, or <see langword="null"/>.</param>
/// <param name="IsAlgebraic">
/// Whether the point is approached as a power of time, as at a phase boundary. The flow vanishes to rounding over some distance there: the point is
/// known to about 1e-2 at worst.
/// </param>
public sealed record FixedPoint(Vector<double>? Point, string? Reason, double Time, ClosedOrbit? Orbit = null, bool IsAlgebraic = false);

/// <summary>A closed orbit of the mean-field flow: a limit cycle that the flow has approached, or an orbit that it has been on all along.</summary>
/// <param name="Start">Averages on the orbit, to 1e-6 of its size.</param>
/// <param name="Period">The period.</param>
public sealed record ClosedOrbit(Vector<double> Start, double Period);
