using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Generator;

/// <summary>A generator that depends on time by factors of its parts, as it is on average over given times.</summary>
internal interface IDrivenSystem : ILinearSystem
{
    /// <summary>
    /// A bound of the rate at which the trace norm may grow: 0 unless a factor of jumps is negative, which a norm of
    /// <c>2 ||sum J+ J||</c> turns into growth.
    /// </summary>
    double GrowthBound { get; }

    /// <summary>Sets the generator to its average over times.</summary>
    /// <param name="nodes">The times with their weights, which may be negative.</param>
    void Average(params ReadOnlySpan<(double Weight, double Time)> nodes);
}
