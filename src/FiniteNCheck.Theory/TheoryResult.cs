using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Theory;

/// <summary>What the theory predicts for N to infinity at a list of times.</summary>
public sealed record TheoryResult
{
    /// <summary>Mean-field averages (22) and covariance (50) at the requested times.</summary>
    public required MomentSeries Moments { get; init; }

    /// <summary>The drift used for the covariance.</summary>
    public required Drift Drift { get; init; }

    /// <summary>The symplectic matrix <c>sigma(t)</c> (29), Pauli basis, one per time.</summary>
    public required ImmutableArray<double[,]> Symplectic { get; init; }

    /// <summary>The propagator <c>X_t</c> of (35), one per time.</summary>
    public required ImmutableArray<double[,]> Propagator { get; init; }

    /// <summary>The accumulated noise <c>Y_t</c> of (35), one per time.</summary>
    public required ImmutableArray<double[,]> Noise { get; init; }

    /// <summary>The covariance at the mean-field fixed point that the trajectory reaches, or <see langword="null"/> where there is none.</summary>
    public double[,]? StationaryCovariance { get => field ?? AtRest?.Value.Covariance?.ToArray(); init; }

    /// <summary>Why there is no stationary covariance, or <see langword="null"/>.</summary>
    public string? Reason { get => field ?? AtRest?.Value.Reason; init; }

    /// <summary>Estimated error of every mean.</summary>
    public required double MeanError { get; init; }

    /// <summary>Estimated error of every covariance element.</summary>
    public required double CovarianceError { get; init; }

    /// <summary>The stationary state, sought when it is first asked for: a flow that never settles takes longer to tell than to follow.</summary>
    internal Lazy<StationaryCovariance>? AtRest { get; init; }
}
