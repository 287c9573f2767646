using FiniteNCheck.Model;

namespace FiniteNCheck.Theory;

/// <summary>The mean field and Gaussian fluctuations of a model in the limit N to infinity.</summary>
public static class LimitTheory
{
    /// <summary>The local error allowed per step of the integrator.</summary>
    public const double LocalTolerance = 1e-13;

    /// <summary>
    /// The local error per step of a second run, whose distance from the first is reported as the error. The coarser run dominates the
    /// difference, so the reported error is an overestimate.
    /// </summary>
    public const double CoarseTolerance = 3e-12;

    /// <summary>
    /// Solves the mean-field flow (22) and the covariance equation (50) along it: <c>Sigma(t) = X_t Sigma(0) X_t^T + Y_t</c> (35).
    /// </summary>
    /// <param name="model">The model; a <see cref="MeanFieldFixedPoint"/> start is resolved first.</param>
    /// <param name="times">
    /// The output times, non-negative and strictly increasing; the last may be infinite, for the stationary state that the mean field
    /// reaches from the start, with NaN where there is none.
    /// </param>
    /// <param name="drift">The drift to use.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="InputException">
    /// The model or the list of times is invalid, the requested initial state does not exist, or the limit is no mean field: the start does
    /// not cluster, or blocks of fixed size or couplings of another power of n stand against it. The message says which.
    /// </exception>
    public static TheoryResult Solve(
        CollectiveModel model,
        IReadOnlyList<double> times,
        Drift drift,
        CancellationToken cancellationToken = default)
    {
        ModelValidation.Check(model);
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(drift);
        drift.Require(model);
        return LimitRun.Solve(new PauliLimit(Resolve(model, cancellationToken)), times, drift, cancellationToken);
    }

    /// <summary>
    /// Replaces a requested mean-field fixed point by the product state there. A model with a product state is returned unchanged.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <exception cref="InputException">
    /// The model is invalid, or the flow does not reach a fixed point with the requested overlap.
    /// </exception>
    public static CollectiveModel ResolveInitialState(CollectiveModel model, CancellationToken cancellationToken = default) =>
        Resolve(ModelValidation.Check(model), cancellationToken);

    /// <summary>The largest rate or frequency at the initial state, an inverse time; 0 if nothing moves.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cancellationToken">Cancels the search for a requested fixed point.</param>
    /// <exception cref="InputException">
    /// The model is invalid, or the flow does not reach a fixed point with the requested overlap.
    /// </exception>
    public static double RateAtStart(CollectiveModel model, CancellationToken cancellationToken = default)
    {
        CollectiveModel resolved = ResolveInitialState(model, cancellationToken);
        return new MeanField(resolved.At(0)).RateScale(InitialStateResolution.Averages(resolved));
    }

    private static CollectiveModel Resolve(CollectiveModel model, CancellationToken cancellationToken) =>
        model.Initial is MeanFieldFixedPoint request
            ? InitialStateResolution.Resolve(model, request, cancellationToken)
            : InitialStateResolution.Simplify(model);
}
