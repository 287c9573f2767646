using System.Collections.Immutable;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Model;
using FiniteNCheck.Model.StateFunctions;

namespace FiniteNCheck.Exact;

/// <summary>The exact moments of a model at one finite size.</summary>
public sealed record ExactResult
{
    /// <summary>The ladder value <c>n</c>.</summary>
    public required int N { get; init; }

    /// <summary>The number of spins of each block.</summary>
    public required ImmutableArray<int> Spins { get; init; }

    /// <summary>Means and covariances at the output times, for the blocks of the model as given.</summary>
    public required MomentSeries Moments { get; init; }

    /// <summary>The functions of the state that <see cref="ExactOptions.Functions"/> asked for, in that order.</summary>
    public ImmutableArray<StateFunctionSeries> Functions { get; init; } = [];

    /// <summary>Checks of the state, one per time.</summary>
    public required ImmutableArray<ExactChecks> Checks { get; init; }

    /// <summary>The sets of sectors that the evolution does not leave; one where J of no block is conserved.</summary>
    public ImmutableArray<SectorComponent> Components { get; init; } = [];

    /// <summary>How the result was obtained, in words: reductions, representation, integrator.</summary>
    public required string Method { get; init; }

    /// <summary>Accepted integration steps.</summary>
    public required long Steps { get; init; }

    /// <summary>Real numbers in the state; of a window in the largest one along the run.</summary>
    public required long StateSize { get; init; }

    /// <summary>The result with functions in the order asked for, some of them computed by runs of their own.</summary>
    /// <param name="functions">The functions.</param>
    /// <param name="own">A function from another run; <see langword="null"/> for one that is recorded here.</param>
    internal ExactResult With(ImmutableArray<StateFunction> functions, Func<StateFunction, StateFunctionSeries?> own) => this with
    {
        Functions = [.. functions.Select(function => own(function) ?? Functions.First(series => series.Function == function))],
    };

    /// <summary>
    /// Error bound of every mean at one time: that of the state, because averages have norm 1. In the stationary state it is what was
    /// proven of means alone, infinite where nothing was.
    /// </summary>
    /// <param name="timeIndex">Index of the output time.</param>
    public double MeanError(int timeIndex) =>
        IsStationary(timeIndex) ? Checks[timeIndex].Proven?.Mean ?? double.PositiveInfinity : Checks[timeIndex].Error;

    /// <summary>
    /// Error bound of every element of the covariance at one time: <c>|dSigma| &lt;= 3 max_h N_h ||d rho||_1</c>, because averages have
    /// norm 1. In the stationary state it is what was proven of covariances alone.
    /// </summary>
    /// <param name="timeIndex">Index of the output time.</param>
    public double CovarianceError(int timeIndex) => IsStationary(timeIndex)
        ? Checks[timeIndex].Proven?.Covariance ?? double.PositiveInfinity
        : 3 * Spins.Max() * Checks[timeIndex].Error;

    private bool IsStationary(int timeIndex) => double.IsPositiveInfinity(Moments.Times[timeIndex]);
}
