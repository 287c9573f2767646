using System.Collections.Immutable;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Model;
using FiniteNCheck.Model.StateFunctions;

namespace FiniteNCheck.Exact;

/// <summary>A stationary state of a model at one finite size, with a certificate.</summary>
/// <remarks>
/// The residual <c>eps = ||L rho||_1</c> certifies that the state moves by at most <c>eps tau</c> in trace norm within a time tau, because
/// the evolution contracts that norm. How far it is from the stationary state is another matter: up to about eps over the smallest decay
/// rate.
/// </remarks>
public sealed record SteadyResult
{
    /// <summary>The ladder value <c>n</c>.</summary>
    public required int N { get; init; }

    /// <summary>The number of spins of each block.</summary>
    public required ImmutableArray<int> Spins { get; init; }

    /// <summary>The averages of the blocks, in the order of the model's observables; -1 to 1.</summary>
    public required double[] Mean { get; init; }

    /// <summary>The covariance Sigma of the fluctuations; symmetric.</summary>
    public required double[,] Covariance { get; init; }

    /// <summary>The functions that <see cref="ExactOptions.Functions"/> asked for, at one time; errors are estimates.</summary>
    public ImmutableArray<StateFunctionSeries> Functions { get; init; } = [];

    /// <summary>An upper bound of <c>||L rho||_1</c>, an inverse time.</summary>
    public required double Residual { get; init; }

    /// <summary>
    /// An estimate of the distance from the stationary state in trace norm: the residual over the slowest rate that the search met. It is
    /// no bound.
    /// </summary>
    public required double Error { get; init; }

    /// <summary>
    /// Proven bounds of the errors of moments; <see langword="null"/> unless <see cref="ExactOptions.ProveStationary"/> asks for them.
    /// </summary>
    public MomentBounds? Proven { get; init; }

    /// <summary>
    /// Proven bounds of the errors of <see cref="Functions"/>, infinite for all but cumulants; empty unless
    /// <see cref="ExactOptions.ProveStationary"/> asks for them.
    /// </summary>
    public ImmutableArray<double> ProvenFunctions { get; init; } = [];

    /// <summary>What was aimed at: the tolerance per time of one flip of a spin, or what rounding leaves where that is larger.</summary>
    public required double Target { get; init; }

    /// <summary>Whether the residual came down to the target.</summary>
    public bool HasConverged => Residual <= Target;

    /// <summary>The number of linearly independent stationary states, or a lower bound.</summary>
    public required long StationaryStates { get; init; }

    /// <summary>
    /// Whether <see cref="StationaryStates"/> is the number: known from the null space at this size, or from sets of states that are not
    /// left and a null space that they explain at a smaller size. Otherwise it is a lower bound.
    /// </summary>
    public required bool IsCountExact { get; init; }

    /// <summary>The sets of states that the dynamics does not leave, where there are several; those without weight are left out.</summary>
    public ImmutableArray<SectorComponent> Classes { get; init; } = [];

    /// <summary>Whether there are or may be several stationary states, and this is the one reached from the initial state.</summary>
    public required bool IsReachedFromStart { get; init; }

    /// <summary>The trace; 1.</summary>
    public required double Trace { get; init; }

    /// <summary>The smallest eigenvalue of the state in all sectors, or a lower bound; not negative up to rounding.</summary>
    public required double SmallestEigenvalue { get; init; }

    /// <summary>How the state was found, in words.</summary>
    public required string Method { get; init; }

    /// <summary>Applications of the generator, those of the preconditioner included.</summary>
    public required int Applications { get; init; }

    /// <summary>Real numbers in the state.</summary>
    public required long StateSize { get; init; }

    /// <summary>Real numbers in the factors of the preconditioner.</summary>
    public required long FactorNumbers { get; init; }

    /// <summary>
    /// The state as a run gives it, at infinite time, for what reads states of runs. Errors of functions are the proven ones, and infinite
    /// where there are none: those that were estimated are no bounds.
    /// </summary>
    public ExactResult State => new()
    {
        N = N,
        Spins = Spins,
        Moments = new MomentSeries([double.PositiveInfinity], [Mean], [Covariance]),
        Functions =
        [
            .. Functions.Select(
                (series, k) => series with { Errors = [ProvenFunctions.IsEmpty ? double.PositiveInfinity : ProvenFunctions[k]] }),
        ],
        Checks = [new ExactChecks(Trace, 0, [SmallestEigenvalue], Error, Proven: Proven)],
        Method = Method,
        Steps = 0,
        StateSize = StateSize,
    };
}
