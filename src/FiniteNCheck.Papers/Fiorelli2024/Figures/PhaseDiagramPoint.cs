using FiniteNCheck.Papers.Fiorelli2024.Correlations;

namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>A point of figure 2.</summary>
public sealed record PhaseDiagramPoint
{
    /// <summary>The temperature.</summary>
    public required double Temperature { get; init; }

    /// <summary>The transverse field.</summary>
    public required double Field { get; init; }

    /// <summary>Where the flow goes from the stored pattern; <see langword="null"/> where it did not show its end.</summary>
    public required Phase? Phase { get; init; }

    /// <summary>Where the flow goes from overlaps near zero; <see langword="null"/> where it did not show its end.</summary>
    public required Phase? PhaseFromZero { get; init; }

    /// <summary>The overlap <c>o_z</c> reached from the stored pattern, 0 to 1; NaN where no fixed point is reached.</summary>
    public required double Overlap { get; init; }

    /// <summary>
    /// The largest real part of an eigenvalue of the Jacobian at the fixed point reached, an inverse time; NaN where
    /// none is reached.
    /// </summary>
    public required double Eigenvalue { get; init; }

    /// <summary>The same at zero overlap.</summary>
    public required double EigenvalueAtZero { get; init; }

    /// <summary>The largest solution of (B.4); 0 where there is no other.</summary>
    public required double StationaryOverlap { get; init; }

    /// <summary>Whether section 6.2 expects the limit cycle here.</summary>
    public required bool TextCondition { get; init; }

    /// <summary>Whether appendix B.1 expects the limit cycle here.</summary>
    public required bool AppendixCondition { get; init; }

    /// <summary>Whether <see cref="LimitCycleConditions.Corrected"/> expects it.</summary>
    public required bool CorrectedCondition { get; init; }
}
