using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact;

/// <summary>The exact moments of a model at one finite size.</summary>
public sealed record ExactResult
{
    /// <summary>The ladder value <c>n</c>.</summary>
    public required int N { get; init; }

    /// <summary>The number of spins of each block.</summary>
    public required ImmutableArray<int> Spins { get; init; }

    /// <summary>Means and covariances at the requested times, for the blocks of the model as given.</summary>
    public required MomentSeries Moments { get; init; }

    /// <summary>Checks of the state, one per time.</summary>
    public required ImmutableArray<ExactChecks> Checks { get; init; }

    /// <summary>How the numbers were obtained: reductions, representation, integrator.</summary>
    public required string Method { get; init; }

    /// <summary>Accepted integration steps.</summary>
    public required long Steps { get; init; }

    /// <summary>Real numbers held by the state.</summary>
    public required long StateSize { get; init; }

    /// <summary>What the error of the state at a time can amount to in any mean: averages have norm 1.</summary>
    /// <param name="timeIndex">Index into the times of output.</param>
    public double MeanError(int timeIndex) => Checks[timeIndex].Error;

    /// <summary>
    /// What the error of the state at a time can amount to in any element of the covariance: <c>|dSigma| &lt;= 3 max_h N_h ||d rho||_1</c>,
    /// because averages have norm 1.
    /// </summary>
    /// <param name="timeIndex">Index into the times of output.</param>
    public double CovarianceError(int timeIndex) => 3 * Spins.Max() * Checks[timeIndex].Error;
}
