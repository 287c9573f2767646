using FiniteNCheck.Model;

namespace FiniteNCheck.Theory;

/// <summary>Mean field and Gaussian fluctuations of a model in the limit N to infinity.</summary>
public static class LimitTheory
{
    /// <summary>Solves the mean-field flow and the covariance equation along it.</summary>
    /// <param name="model">The model; a <see cref="MeanFieldFixedPoint"/> start is resolved first.</param>
    /// <param name="times">Times of output, non-negative and strictly increasing.</param>
    /// <param name="drift">Which drift.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static TheoryResult Solve(
        CollectiveModel model,
        IReadOnlyList<double> times,
        Drift drift,
        CancellationToken cancellationToken = default) => throw new NotSupportedException("In work.");

    /// <summary>
    /// Replaces a requested mean-field fixed point by the product state at it; a model with a product state is returned as it is.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <exception cref="InputException">The flow reaches no fixed point, or one that lacks the requested overlap.</exception>
    public static CollectiveModel ResolveInitialState(CollectiveModel model) => throw new NotSupportedException("In work.");
}
