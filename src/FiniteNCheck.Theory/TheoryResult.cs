using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Theory;

/// <summary>The predictions of the theory for N to infinity at a list of times.</summary>
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

    /// <summary>
    /// The stationary covariance at the mean-field fixed point that the trajectory reaches, or <see langword="null"/> if there is none.
    /// </summary>
    public double[,]? StationaryCovariance { get => field ?? Stationary?.Value.Covariance?.ToArray(); init; }

    /// <summary>The reason why there is no stationary covariance, or <see langword="null"/>.</summary>
    public string? Reason { get => field ?? Stationary?.Value.Reason; init; }

    /// <summary>The estimated error of every average.</summary>
    public required double MeanError { get; init; }

    /// <summary>The estimated error of every element of the covariance.</summary>
    public required double CovarianceError { get; init; }

    /// <summary>The estimated error of every element of <see cref="Propagator"/>.</summary>
    public double PropagatorError { get; init; }

    /// <summary>The estimated error of every element of <see cref="Noise"/>.</summary>
    public double NoiseError { get; init; }

    /// <summary>
    /// The stationary covariance, computed on first use. Recognising a flow that never settles takes longer than the requested times.
    /// </summary>
    internal Lazy<StationaryCovariance>? Stationary { get; init; }
}
