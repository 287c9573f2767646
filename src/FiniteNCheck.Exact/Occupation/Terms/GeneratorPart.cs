using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Model.Driving;

namespace FiniteNCheck.Exact.Occupation.Terms;

/// <summary>A part of the generator that has one factor depending on time.</summary>
/// <param name="Drive">The function of time; <see langword="null"/> for the constant part.</param>
/// <param name="IsSquared">Whether its square is the factor, as for jumps.</param>
/// <param name="Hamiltonian">The part's Hamiltonian.</param>
/// <param name="Decay">The part's sum of <c>J+ J</c>.</param>
internal sealed record GeneratorPart(TimeFunction? Drive, bool IsSquared, CountOperator Hamiltonian, CountOperator Decay)
{
    /// <summary>The part's factor, averaged over times.</summary>
    /// <param name="nodes">The times with their weights, which may be negative.</param>
    public double Weigh(ReadOnlySpan<(double Weight, double Time)> nodes) => SystemPart.Weigh(Drive, IsSquared, nodes);
}
