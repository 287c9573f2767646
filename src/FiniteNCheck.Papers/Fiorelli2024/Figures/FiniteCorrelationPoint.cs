using FiniteNCheck.Papers.Fiorelli2024.Correlations;

namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>A point of figure 3 at finite N, from the exact covariance.</summary>
public sealed record FiniteCorrelationPoint
{
    /// <summary>The number of spins <c>N</c> of both blocks together.</summary>
    public required int Spins { get; init; }

    /// <summary>The temperature.</summary>
    public required double Temperature { get; init; }

    /// <summary>The transverse field.</summary>
    public required double Field { get; init; }

    /// <summary>Where the mean field goes from the stored pattern: the phase in the limit.</summary>
    public required Phase Phase { get; init; }

    /// <summary>The time at which the exact covariance is read; NaN where nothing is solved.</summary>
    public double Time { get; init; } = double.NaN;

    /// <summary>
    /// What is then left of the slowest deviation of the limit's covariance from its stationary value,
    /// <c>exp(2 lambda t)</c>.
    /// </summary>
    public double Unrelaxed { get; init; } = double.NaN;

    /// <summary>The length <c>|m|</c> of the averages of a block at the mean-field fixed point, the start.</summary>
    public double Start { get; init; } = double.NaN;

    /// <summary>
    /// The exact length <c>|m|</c> at that time; far below <see cref="Start"/> where finite N has left the stored
    /// pattern.
    /// </summary>
    public double Length { get; init; } = double.NaN;

    /// <summary>The correlations of the two modes; <see langword="null"/> where they are not defined.</summary>
    public GaussianCorrelations? Correlations { get; init; }

    /// <summary>A bound of the error of any element of the covariance.</summary>
    public double CovarianceError { get; init; } = double.NaN;

    /// <summary>Why there are no correlations, or <see langword="null"/>.</summary>
    public string? Reason { get; init; }
}
