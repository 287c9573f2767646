using FiniteNCheck.Exact.Basis;

namespace FiniteNCheck.Exact.Operators;

/// <summary>A sparse Kraus factor <c>K</c> along an edge of the sector graph: it contributes <c>K rho K+</c> to the target.</summary>
/// <param name="Source">The sector that <c>K</c> acts on.</param>
/// <param name="Target">The sector that it leads to.</param>
/// <param name="Shifts">The elements of <c>K</c>, one entry per change of <c>M</c>.</param>
internal sealed record SectorMap(Sector Source, Sector Target, Shift[] Shifts)
{
    /// <summary>The factor <c>K+</c>, which leads the other way.</summary>
    public SectorMap Adjoint() => new(Target, Source, Array.ConvertAll(Shifts, shift => shift.Adjoint(Source.Dimension)));
}
