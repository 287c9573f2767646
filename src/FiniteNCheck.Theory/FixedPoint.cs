using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Theory;

/// <summary>The end of the mean-field flow from a given start.</summary>
/// <param name="Point">The fixed point reached, <c>f(m) = 0</c> to rounding, or <see langword="null"/> if there is none.</param>
/// <param name="Reason">The reason why there is no fixed point (what the flow does instead), or <see langword="null"/>.</param>
/// <param name="Time">The time up to which the flow was followed.</param>
/// <param name="Orbit">The closed orbit that the flow was found to follow, or <see langword="null"/>.</param>
/// <param name="IsAlgebraic">
/// Whether the point is approached as a power of time, as at a phase boundary. There the flow vanishes to rounding over some
/// distance, and the point is known only to about 1e-2 at worst.
/// </param>
public sealed record FixedPoint(
    Vector<double>? Point, string? Reason, double Time, ClosedOrbit? Orbit = null, bool IsAlgebraic = false);
