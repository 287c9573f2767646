using System.Globalization;

namespace FiniteNCheck.Papers.Fiorelli2024.Hopfield;

/// <summary>A fixed point that has an overlap with one pattern.</summary>
/// <param name="Point">The point of the phase diagram.</param>
/// <param name="Overlap">The overlap <c>o_z</c>, a positive solution of (B.4).</param>
/// <param name="IsLargest">Whether no solution is larger.</param>
internal sealed record RetrievalSolution(PhasePoint Point, double Overlap, bool IsLargest)
{
    /// <summary>The solution in words.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Point.Name}, o_z = {Overlap:F3}");

    /// <summary><c>Omega~ = Omega/cosh(beta o_z)</c>.</summary>
    public double ReducedField => Point.TransverseField / Math.Cosh(Point.Beta * Overlap);

    /// <summary>The point with the averages of the fixed point.</summary>
    public NetworkPoint Averages => Point.At(Overlap);

    /// <summary>The kind of fixed point by the Jacobian of the general flow, on the overlap with the pattern.</summary>
    public string? Kind => StabilityKind.Classify(NetworkFlow.JacobianOfOverlap(Averages));
}
